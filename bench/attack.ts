import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, get, request } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { PARQUET_FORMAT } from '#src/modules/data/engine/parquet-format.js';
import { Config } from '#src/modules/platform/config/index.js';
import { publishTables, seeded } from './seeded-tables.js';
import { Server } from './server.js';
import { ms, quantile, table } from './statistics.js';

const SMALL = 20_000;
const LARGE = 2_000_000;
const SECONDS = Number(process.env.SECONDS ?? 10);
const CONNECTIONS = 4;
/** More than there are processes for heavy questions, and callers enough that none of them waits behind another's. */
const CALLERS = 8;
const UPLOADS = 50;

const say = (text: string) => process.stdout.write(`${text}\n`);
const folder = mkdtempSync(path.join(tmpdir(), 'haozhao-bench-'));
chmodSync(folder, 0o755);
const config = Object.assign(new Config(), { dataDir: path.join(folder, 'data'), sampleData: false, logLevel: 'silent' });
mkdirSync(config.dataPath, { recursive: true });

const files = {
  small: { file: path.join(folder, 'small.parquet'), rows: SMALL },
  large: { file: path.join(folder, 'large.parquet'), rows: LARGE },
};
const bare = await (await DuckDBInstance.create(':memory:', { memory_limit: '1GB' })).connect();
for (const { file, rows } of Object.values(files)) await bare.run(`COPY (${seeded(rows)}) TO '${file}' (${PARQUET_FORMAT})`);

const address = (name: string, ask: Record<string, string>) =>
  `/api/v1/datasets/bench/tables/${name}/rows?${new URLSearchParams(ask).toString()}`;
/** What a visitor asks all the time. */
const LIGHT = address('small', { where: "区县 = '海陵区' and 数量 > 500", limit: '20' });

const contains = (count: number) =>
  Array.from({ length: count }, (_, at) => `(说明 contains 'x${at}' or not 编码 contains 'Y${at}' and 部门 contains '局${at}')`).join(
    ' or ',
  );
/** Questions that take all the time and memory there is. */
const DEATHS = [
  address('large', {
    groupBy: '序号,编码,区县,部门,金额,日期,数量,说明',
    select: 'median(金额), distinct(说明), count()',
    orderBy: '序号 desc',
    limit: '1000',
  }),
  address('large', { orderBy: '说明 desc, 编码 desc, 部门 desc, 区县 desc, 金额 desc', limit: '1000', where: contains(40) }),
  address('large', { where: contains(50), select: 'distinct(说明), distinct(编码), median(金额), count()' }),
];
/** The same of the small table, which look cheap. */
const DISGUISED = [
  address('small', { where: contains(50), select: 'distinct(说明), distinct(编码), median(金额)' }),
  address('small', { where: contains(50), groupBy: '说明', select: 'count()', orderBy: 'count()' }),
];

interface Asked {
  status: number;
  took: number;
}

/** One question, as from another machine of 127.0.0.0/8. */
function ask(server: Server, where: string, agent: Agent, localAddress?: string): Promise<Asked> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    get(`${server.url}${where}`, { agent, localAddress }, (response) => {
      response.resume();
      response.on('end', () => resolve({ status: response.statusCode!, took: performance.now() - started }));
    }).on('error', reject);
  });
}

/** Visitors who ask their question again and again. */
async function visitors(server: Server): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const until = performance.now() + SECONDS * 1000;
  const times: number[] = [];
  const visitor = async () => {
    while (performance.now() < until) {
      const { status, took } = await ask(server, LIGHT, agent);
      if (status !== 200) throw new Error(`a visitor was answered ${status}`);
      times.push(took);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, visitor));
  agent.destroy();
  return times;
}

/** Attackers who ask their questions until they are stopped; answers how often they got what. */
function attack(server: Server, questions: readonly string[]): () => Promise<Map<number, number>> {
  const answers = new Map<number, number>();
  const agent = new Agent({ maxSockets: Infinity });
  let stopped = false;
  const attacker = async (number: number) => {
    for (let round = number; !stopped; round++) {
      const answered = await ask(server, questions[round % questions.length]!, agent, `127.0.0.${10 + number}`).catch(() => undefined);
      if (answered) answers.set(answered.status, (answers.get(answered.status) ?? 0) + 1);
      // Whoever is refused comes back at once, but leaves the machine a moment for the others.
      if (answered && answered.took < 20) await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const all = Array.from({ length: CALLERS }, (_, number) => attacker(number));
  return async () => {
    stopped = true;
    agent.destroy();
    await Promise.all(all);
    return answers;
  };
}

/** Bodies that come a byte at a time and never end. */
function trickle(server: Server): () => Promise<Map<number, number>> {
  const answers = new Map<number, number>();
  const paths = ['/graphql', '/api/v1/files?name=a.csv', '/api/v1/datasets/bench/tables/t/rows'];
  const requests = Array.from({ length: UPLOADS }, (_, number) => {
    const sent = request(`${server.url}${paths[number % paths.length]!}`, {
      method: 'POST',
      localAddress: `127.0.0.${10 + (number % CALLERS)}`,
      headers: { 'Content-Type': 'application/json', 'Content-Length': 10_000_000, Authorization: 'Bearer nobody' },
    });
    sent.on('error', () => undefined);
    sent.on('response', (response) => {
      response.resume();
      answers.set(response.statusCode!, (answers.get(response.statusCode!) ?? 0) + 1);
    });
    return sent;
  });
  const timer = setInterval(() => requests.forEach((sent) => sent.writable && !sent.destroyed && sent.write(' ')), 100);
  return () => {
    clearInterval(timer);
    for (const sent of requests) sent.destroy();
    return Promise.resolve(answers);
  };
}

/** The longest delay of the event loop but for one in a hundred, since it was last asked for. */
async function loopDelay(server: Server): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  return Number(/^nodejs_eventloop_lag_p99_seconds (\S+)/m.exec(text)?.[1] ?? NaN) * 1000;
}

say(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}\n`);
await publishTables(config, files);
const server = await Server.start(config.dataPath);
const lines: string[][] = [];
let before: number[] = [];

/** Visitors while something goes on, beside the same visitors right before and right after: the machine may have other work too. */
async function measured(name: string, begin: () => () => Promise<Map<number, number>>): Promise<void> {
  const end = begin();
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await loopDelay(server);
  const times = await visitors(server);
  const delay = await loopDelay(server);
  const told = [...(await end())].map(([status, count]) => `${count} × ${status}`).join(', ');
  const after = await visitors(server);
  const idle = [...before, ...after];
  before = after;
  const ratio = quantile(times, 0.99) / quantile(idle, 0.99);
  const both = (share: number) => `${ms(quantile(times, share))} / ${ms(quantile(idle, share))}`;
  lines.push([name, times.length.toString(), both(0.5), both(0.99), ratio.toFixed(2), ms(delay), told]);
  say(lines.at(-1)!.join(' | '));
}

// What is compiled while it runs, and what is read first, are no part of it.
await visitors(server);
before = await visitors(server);
await measured('questions of death in every heavy process', () => attack(server, DEATHS));
await measured('questions of death about the small table', () => attack(server, DISGUISED));
await measured(`${UPLOADS} bodies that trickle`, () => trickle(server));
say(`\n${table(['meanwhile', 'questions', 'p50 / idle', 'p99 / idle', 'p99 of idle', 'event loop p99', 'what attackers got'], lines)}`);
say(`\nMemory of the server ${server.memory()?.toFixed(0)} MB, peak ${server.peakMemory()?.toFixed(0)} MB`);
await server.stop();
bare.closeSync();
rmSync(folder, { recursive: true, force: true });
