import { Agent, get } from 'node:http';

function request(url: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    get(url, { agent }, (response) => {
      response.resume();
      response.on('end', () => {
        if (response.statusCode === 200) resolve(performance.now() - started);
        else reject(new Error(`${url} answered ${response.statusCode}`));
      });
    }).on('error', reject);
  });
}

/** Asks the addresses in turn over `connections` at once; returns the time of each answer and the rate. */
export async function load(
  urls: readonly string[],
  connections: number,
  requests: number,
): Promise<{ times: number[]; perSecond: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let next = 0;
  const started = performance.now();
  const worker = async () => {
    while (next < requests) times.push(await request(urls[next++ % urls.length]!, agent));
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const perSecond = (1000 * requests) / (performance.now() - started);
  agent.destroy();
  return { times, perSecond };
}
