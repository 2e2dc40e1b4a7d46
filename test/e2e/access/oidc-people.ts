import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** A port nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** A real OpenID Connect provider with its own pages, where anybody is whom they say. */
export interface RunningProvider {
  issuer: string;
  /** How people prove themselves from now on, as the ID token tells. */
  methods(amr: string[]): void;
  /** The name by which somebody is known from now on; the subject stays. */
  rename(subject: string, name: string): void;
  close(): Promise<void>;
}

export async function startProvider(client: { id: string; secret: string; returnAddress: string }): Promise<RunningProvider> {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  let amr: string[] = [];
  const names = new Map<string, string>();
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [client.returnAddress] }],
    claims: { openid: ['sub', 'amr'], profile: ['preferred_username'] },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, preferred_username: names.get(sub) ?? sub }) }),
    cookies: { keys: ['for the test'] },
  });
  const finished = provider.interactionFinished.bind(provider);
  provider.interactionFinished = (request, response, result, options) =>
    finished(request, response, result.login ? { ...result, login: { ...result.login, amr } } : result, options);
  const answer = provider.callback();
  const server: Server = createServer((request, response) => void answer(request, response)).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  const rename = (subject: string, name: string) => void names.set(subject, name);
  return { issuer, methods: (given) => void (amr = given), rename, close };
}

/** A browser as far as signing in needs one: cookies of each site, forms, redirections one by one. */
export class Visitor {
  readonly cookies = new Map<string, Map<string, string>>();

  /** Goes to an address without following where it leads. */
  async visit(address: string, form?: Record<string, string>): Promise<Response> {
    const { host } = new URL(address);
    const jar = this.cookies.get(host) ?? new Map<string, string>();
    this.cookies.set(host, jar);
    const answer = await fetch(address, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { body: new URLSearchParams(form) } : {}),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  }

  /** Follows redirections and answers the forms of the provider until it sends us back; the address it sends to. */
  async proveTo(start: string, login: string, back: string, abort = false): Promise<string> {
    let address = start;
    for (let step = 0; step < 20; step++) {
      if (address.startsWith(back)) return address;
      const answer = await this.visit(address);
      const next = answer.headers.get('location');
      if (next) {
        address = new URL(next, address).href;
        continue;
      }
      const page = await answer.text();
      const action = new URL((abort ? /href="([^"]+abort)"/ : /action="([^"]+)"/).exec(page)![1]!, address).href;
      const prompt = /name="prompt" value="(\w+)"/.exec(page)![1]!;
      const submitted = await this.visit(action, abort ? undefined : { prompt, login, password: 'x' });
      address = new URL(submitted.headers.get('location')!, action).href;
    }
    throw new Error(`the provider did not send back, last at ${address}`);
  }
}
