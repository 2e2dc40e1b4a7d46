import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '#src/app.module.js';
import { ApiKeyService, OPERATOR } from '#src/modules/identity/index.js';
import { Config } from '#src/modules/platform/config/index.js';
import { Log } from '#src/modules/platform/logging/index.js';
import { openRuntime } from '#src/runtime.js';
import { seeded, writeCatalog } from './catalog-file.js';
import { load } from './load.js';
import { USUAL } from './queries.js';
import { command, Server } from './server.js';
import { ms, quantile, table } from './statistics.js';

const RECORDS = Number(process.env.RECORDS ?? 11_000);
const CONNECTIONS = 16;
const REQUESTS = Number(process.env.REQUESTS ?? 1500);
const SAMPLES = Number(process.env.SAMPLES ?? 150);
/** Different records and queries: more than are asked for twice by chance. */
const DIFFERENT = 600;
const WARMING = Math.min(REQUESTS, DIFFERENT);
/** Records that nobody asked for before, for pages that were never kept. */
const NEVER = Math.floor(REQUESTS / 3);
/** Changes of the catalog, after each of which the first page is made anew. */
const CHANGES = 40;

const say = (text: string) => process.stdout.write(`${text}\n`);

interface Listed {
  records: { identifier: string }[];
  nextCursor: string | null;
}

/** Identifiers spread over the whole catalog, the same in every run. */
async function identifiers(base: string, kind: 'dataset' | 'document', count: number): Promise<string[]> {
  const all: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const answer: Response = await fetch(`${base}/api/v1/${kind}s?limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
    const { records, nextCursor } = (await answer.json()) as Listed;
    all.push(...records.map(({ identifier }) => identifier));
    cursor = nextCursor;
  }
  const random = seeded(7);
  return Array.from({ length: Math.min(count, all.length) }, () => all.splice(Math.floor(random() * all.length), 1)[0]!);
}

const YEARS = Array.from({ length: 20 }, (_, index) => `${2006 + index}年`);
/** Queries nobody asked before. */
const QUERIES = YEARS.flatMap((year) => USUAL.map((words) => `${words} ${year}`)).slice(0, DIFFERENT);

/** A page, and what the JSON API is asked for the same content: requests one after the other, as a client without pages would. */
interface Compared {
  name: string;
  page: (index: number) => string;
  json: (index: number) => string[];
}

function compared(documents: string[], datasets: string[]): Compared[] {
  const of = <T>(list: readonly T[], index: number) => list[index % list.length]!;
  const record = (kind: string, ids: string[]) => ({
    page: (index: number) => `/${kind}s/${encodeURIComponent(of(ids, index))}`,
    json: (index: number) => [`/api/v1/${kind}s/${encodeURIComponent(of(ids, index))}`],
  });
  const search = (parameters: string) => `/api/v1/search?${parameters}`;
  return [
    {
      name: 'home',
      page: () => '/',
      json: () => [
        search('limit=1'),
        search('kind=document&sort=newest&limit=6'),
        search('kind=dataset&sort=updated&limit=6'),
        '/api/v1/departments',
      ],
    },
    {
      name: 'results',
      page: (index) => `/search?q=${encodeURIComponent(of(QUERIES, index))}`,
      json: (index) => [search(`q=${encodeURIComponent(of(QUERIES, index))}`)],
    },
    { name: 'document', ...record('document', documents) },
    { name: 'dataset', ...record('dataset', datasets) },
  ];
}

interface Rate {
  perSecond: number;
  times: number[];
}

/** `requests` contents over all connections at once; a content of several requests asks for them one after the other. */
async function contents(base: string, urls: (index: number) => string[], requests: number): Promise<Rate> {
  const width = urls(0).length;
  if (width === 1)
    return load(
      Array.from({ length: requests }, (_, index) => base + urls(index)[0]!),
      CONNECTIONS,
      requests,
    );
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const times: number[] = [];
  let next = 0;
  const started = performance.now();
  const worker = async () => {
    while (next < requests) {
      const index = next++;
      const begun = performance.now();
      for (const url of urls(index)) await firstByte(base + url, agent);
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  agent.destroy();
  return { perSecond: (1000 * requests) / (performance.now() - started), times };
}

/** Time until the head of an answer is there; the whole answer is read before this returns. */
function firstByte(url: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    get(url, { agent }, (response) => {
      const took = performance.now() - started;
      response.resume();
      response.on('end', () => (response.statusCode === 200 ? resolve(took) : reject(new Error(`${url} answered ${response.statusCode}`))));
    }).on('error', reject);
  });
}

/** One after the other. */
async function firstBytes(urls: readonly string[]): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  for (const url of urls) times.push(await firstByte(url, agent));
  agent.destroy();
  return times;
}

/** A key that may change the catalog. */
async function keyOf(dataDir: string): Promise<string> {
  const config = Object.assign(new Config(), { dataDir, sampleData: false });
  const runtime = await openRuntime(config, 'command');
  const app = await NestFactory.createApplicationContext(AppModule.with(config, runtime, new Log('silent')), { logger: false });
  try {
    return await app.get(ApiKeyService).create({ name: `pages ${Date.now()}`, scopes: ['record.publishDirectly'] }, OPERATOR);
  } finally {
    await app.close();
    await runtime.close();
  }
}

/** First bytes of a page, each after a change of the catalog, so that nothing kept is of use. */
async function afterChanges(base: string, url: string, key: string): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  for (let change = 0; change < CHANGES; change++) {
    const answer = await fetch(`${base}/api/v1/documents`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${key}` },
      body: JSON.stringify({ identifier: `bench-${Date.now()}-${change}`, title: `第 ${change} 次变化的通知`, publishedOn: '2024-01-02' }),
    });
    if (answer.status !== 201) throw new Error(`a change was answered ${answer.status}: ${await answer.text()}`);
    times.push(await firstByte(url, agent));
  }
  agent.destroy();
  return times;
}

const directory = mkdtempSync(path.join(tmpdir(), 'haozhao-bench-'));
chmodSync(directory, 0o755);
// KEPT_DATA is the DATA_DIR of an earlier run.
const data = process.env.KEPT_DATA ?? path.join(directory, 'data');
if (!process.env.KEPT_DATA) {
  const given = process.argv.slice(3);
  const made = path.join(directory, 'catalog.jsonl');
  if (given.length === 0) await writeCatalog(made, RECORDS);
  await command(data, 'import', ...(given.length > 0 ? given : [made]));
}

const key = await keyOf(data);
let server = await Server.start(data);
const pick = async () => ({
  documents: await identifiers(server.url, 'document', DIFFERENT + NEVER),
  datasets: await identifiers(server.url, 'dataset', DIFFERENT + NEVER),
});
const { documents, datasets } = await pick();
const rows = compared(documents, datasets);
const index = Array.from({ length: SAMPLES }, (_, one) => one);
say(
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}; ${documents.length} documents, ${datasets.length} datasets, ${QUERIES.length} queries\n`,
);

say('Time to the first byte, one visitor, in milliseconds');
const firsts: string[][] = [];
for (const { name, page } of rows) {
  // A server of its own: nothing is kept yet, and the program is warmed by other records than those that are measured.
  await server.stop();
  server = await Server.start(data);
  const urls = index.map((one) => server.url + page(one));
  await firstBytes(index.map((one) => server.url + page(one + SAMPLES)));
  const uncached = name === 'home' ? await afterChanges(server.url, urls[0]!, key) : await firstBytes(urls);
  const cached = await firstBytes(urls);
  firsts.push([name, ...[uncached, cached].flatMap((times) => [ms(quantile(times, 0.5)), ms(quantile(times, 0.99))])]);
}
say(table(['page', 'uncached p50', 'p99', 'cached p50', 'p99'], firsts));

say(`\n${CONNECTIONS} connections, ${REQUESTS} contents each; JSON is the API asked for the same content`);
const rates: string[][] = [];
for (const { name, page, json } of rows) {
  await server.stop();
  server = await Server.start(data);
  // Both are warm: programs compiled, pages of the addresses kept where the site keeps them.
  const asked = (one: number) => [page(one % DIFFERENT)];
  const askedOfApi = (one: number) => json(one % DIFFERENT);
  await contents(server.url, asked, WARMING);
  await contents(server.url, askedOfApi, WARMING);
  const pages = await contents(server.url, asked, REQUESTS);
  const api = await contents(server.url, askedOfApi, REQUESTS);
  // Records that nobody asked for; of queries and first pages there are no more.
  const never = name === 'document' || name === 'dataset' ? NEVER : 0;
  const first = await contents(server.url, (one) => [page(DIFFERENT + one)], never);
  rates.push([
    name,
    pages.perSecond.toFixed(0),
    ms(quantile(pages.times, 0.5)),
    ms(quantile(pages.times, 0.99)),
    api.perSecond.toFixed(0),
    ms(quantile(api.times, 0.5)),
    ms(quantile(api.times, 0.99)),
    (pages.perSecond / api.perSecond).toFixed(2),
    first.times.length > 0 ? `${first.perSecond.toFixed(0)} (${(first.perSecond / api.perSecond).toFixed(2)})` : '',
    `${server.memory()?.toFixed(0) ?? '?'} MB`,
    `${server.peakMemory()?.toFixed(0) ?? '?'} MB`,
  ]);
}
say(table(['page', 'pages a second', 'p50', 'p99', 'JSON a second', 'p50', 'p99', 'ratio', 'never kept (ratio)', 'memory', 'peak'], rates));
await server.stop();
rmSync(directory, { recursive: true, force: true });
