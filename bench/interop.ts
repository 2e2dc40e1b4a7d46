import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { writeCatalog } from './catalog-file.js';
import { USUAL } from './queries.js';
import { command, Server } from './server.js';
import { ms, quantile, table } from './statistics.js';

const RECORDS = Number(process.env.RECORDS ?? 11_000);
const ROUNDS = Number(process.env.ROUNDS ?? 20);

const say = (text: string) => process.stdout.write(`${text}\n`);
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** What a dump brought. */
interface Dump {
  records: number;
  bytes: number;
}

/** Reads an answer as it comes and counts what matches; nothing of it is kept but a line that has not ended. */
async function streamed(url: string, pattern: RegExp): Promise<Dump> {
  const response = await fetch(url);
  if (response.status !== 200) throw new Error(`${url}: ${response.status}`);
  const decoder = new TextDecoder();
  let [records, bytes, rest] = [0, 0, ''];
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    const text = rest + decoder.decode(chunk, { stream: true });
    // A record is a line.
    const cut = text.lastIndexOf('\n') + 1;
    records += count(text.slice(0, cut), pattern);
    rest = text.slice(cut);
  }
  return { records: records + count(rest, pattern), bytes };
}

/** Follows pages; `next` finds the address of the one after in what came. */
async function paged(first: string, pattern: RegExp, next: (text: string) => string | undefined): Promise<Dump> {
  let [records, bytes] = [0, 0];
  for (let url: string | undefined = first; url;) {
    const response: Response = await fetch(url);
    if (response.status !== 200) throw new Error(`${url}: ${response.status}`);
    const text = await response.text();
    bytes += text.length;
    records += count(text, pattern);
    url = next(text);
  }
  return { records, bytes };
}

async function ckan(base: string): Promise<Dump> {
  let [records, bytes] = [0, 0];
  for (let start = 0; ; start += 500) {
    const text = await (await fetch(`${base}/api/3/action/package_search?sort=id+asc&rows=500&start=${start}`)).text();
    const found = (JSON.parse(text) as { result: { results: unknown[] } }).result.results.length;
    records += found;
    bytes += text.length;
    if (found === 0) return { records, bytes };
  }
}

const unescaped = (text: string) => text.replaceAll('&amp;', '&');

const dumps: Record<string, (base: string) => Promise<Dump>> = {
  'CKAN, package_search by 500': ckan,
  'DCAT, Turtle by 500': (base) =>
    paged(`${base}/catalog.ttl?limit=500`, /a dcat:CatalogRecord\b/g, (text) => /hydra:next <([^>]+)>/.exec(text)?.[1]),
  'data.json 1.1': (base) => streamed(`${base}/data.json`, /"@type":\s*"dcat:Dataset"/g),
  'data.json, DCAT-US 3': (base) => streamed(`${base}/data.v3.json`, /"@type":\s*"Dataset"/g),
  'OAI-PMH, oai_dc': (base) =>
    paged(`${base}/oai?verb=ListRecords&metadataPrefix=oai_dc`, /<record>/g, (text) => {
      const token = /<resumptionToken[^>]*>([^<]+)</.exec(text)?.[1];
      return token && `${base}/oai?verb=ListRecords&resumptionToken=${encodeURIComponent(unescaped(token))}`;
    }),
  'Atom, all pages': (base) =>
    paged(`${base}/feed.atom`, /<entry>/g, (text) => {
      const next = /<link [^>]*rel="next"[^>]*>/.exec(text)?.[0];
      const address = next && /href="([^"]+)"/.exec(next)?.[1];
      return address && unescaped(address);
    }),
  'REST, by 100': (base) =>
    paged(`${base}/api/v1/records?limit=100`, /"identifier":"[^"]+","title"|"revision":/g, (text) => {
      const cursor = (JSON.parse(text) as { nextCursor: string | null }).nextCursor;
      return cursor ? `${base}/api/v1/records?limit=100&cursor=${encodeURIComponent(cursor)}` : undefined;
    }),
};

/** Lists made of the whole catalog, which answer 304. */
const LISTS = ['/catalog.ttl', '/data.json', '/feed.atom', '/sitemap.xml', '/api/3/action/package_list', '/api/3/action/package_search'];

async function timed<T>(work: () => Promise<T>): Promise<{ took: number; result: T }> {
  const started = performance.now();
  const result = await work();
  return { took: performance.now() - started, result };
}

const directory = mkdtempSync(path.join(tmpdir(), 'haozhao-bench-'));
chmodSync(directory, 0o755);
const file = path.join(directory, 'catalog.jsonl');
await writeCatalog(file, RECORDS);
const data = path.join(directory, 'data');
await command(data, 'import', file);
say(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}\n`);

const rows: string[][] = [];
for (const [name, dump] of Object.entries(dumps)) {
  // A server of its own, so that its peak is that of this dump.
  const server = await Server.start(data);
  await fetch(`${server.url}/api/v1/search?q=${encodeURIComponent('公积金')}`);
  const before = server.memory() ?? NaN;
  const { took, result } = await timed(() => dump(server.url));
  rows.push([
    name,
    String(result.records),
    ms(took),
    ((1000 * result.records) / took).toFixed(0),
    `${(result.bytes / 1024 ** 2).toFixed(1)} MB`,
    `${before.toFixed(0)} MB`,
    `${server.peakMemory()?.toFixed(0) ?? '?'} MB`,
  ]);
  await server.stop();
}
say(`Whole catalog of ${RECORDS.toLocaleString('en')} records, one dump after the other, each from a fresh server`);
say(table(['surface', 'records', 'time', 'records a second', 'size', 'memory before', 'peak'], rows));

const server = await Server.start(data);
const own: number[] = [];
const theirs: number[] = [];
for (let round = 0; round < ROUNDS + 2; round++)
  for (const q of USUAL) {
    const search = await timed(async () => (await fetch(`${server.url}/api/v1/search?q=${encodeURIComponent(q)}`)).text());
    const packages = await timed(async () =>
      (await fetch(`${server.url}/api/3/action/package_search?rows=20&q=${encodeURIComponent(q)}`)).text(),
    );
    // The first rounds are for compilers and caches.
    if (round < 2) continue;
    own.push(search.took);
    theirs.push(packages.took);
  }
say(`\nThe same ${USUAL.length} usual queries in turn, ${ROUNDS} rounds, 20 hits`);
say(
  table(
    ['', 'p50', 'p99', 'ratio of p50'],
    [
      ['GET /api/v1/search', ms(quantile(own, 0.5)), ms(quantile(own, 0.99)), '1.00'],
      ['package_search', ms(quantile(theirs, 0.5)), ms(quantile(theirs, 0.99)), (quantile(theirs, 0.5) / quantile(own, 0.5)).toFixed(2)],
    ],
  ),
);

const conditional: string[][] = [];
for (const address of LISTS) {
  const whole = await timed(async () => {
    const response = await fetch(server.url + address);
    await response.arrayBuffer();
    return response;
  });
  const etag = whole.result.headers.get('etag') ?? '';
  const times: number[] = [];
  for (let round = 0; round < 50; round++) {
    const { took, result } = await timed(() => fetch(server.url + address, { headers: { 'If-None-Match': etag } }));
    if (result.status !== 304) throw new Error(`${address} answered ${result.status} to its own tag ${etag}`);
    times.push(took);
  }
  conditional.push([address, ms(whole.took), ms(quantile(times, 0.5))]);
}
say('\nConditional requests');
say(table(['list', 'whole', '304, p50'], conditional));
await server.stop();
rmSync(directory, { recursive: true, force: true });
