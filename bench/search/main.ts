import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import path from 'node:path';
import { Client, type estypes } from '@elastic/elasticsearch';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '#src/app.module.js';
import { RecordRepository, RecordWriter, DatasetInput } from '#src/modules/catalog/index.js';
import { check } from '#src/modules/kernel/field/index.js';
import { Config } from '#src/modules/platform/config/index.js';
import { Log } from '#src/modules/platform/logging/index.js';
import { OutboxDispatcher } from '#src/modules/platform/outbox/index.js';
import {
  ElasticsearchSearchEngine,
  PostgresSearchEngine,
  SearchIndexer,
  SearchInput,
  SearchService,
  TextAnalyzer,
} from '#src/modules/search/index.js';
import { MAPPINGS, SETTINGS } from '#src/modules/search/engines/elasticsearch/index-definition.js';
import { toIndexDocument } from '#src/modules/search/engines/elasticsearch/index-document.js';
import { QueryUnderstanding } from '#src/modules/search/query-understanding.js';
import { openRuntime } from '#src/runtime.js';
import { writeCatalog } from '../catalog-file.js';
import { load } from '../load.js';
import { USUAL } from '../queries.js';
import { command, Server } from '../server.js';
import { ms, quantile, table } from '../statistics.js';
import { grow, type Grown, SHAPES } from './growth.js';

const RECORDS = 10_000;
const REQUESTS = 600;
const BARE_BULK = 500;
const PUBLICATIONS = 60;

const url = process.env.ELASTICSEARCH_URL;
if (!url) {
  process.stderr.write('Set ELASTICSEARCH_URL to an Elasticsearch that may be filled and emptied; README says how to start one.\n');
  process.exit(1);
}
const report: string[] = [];
const say = (text: string) => {
  report.push(text);
  process.stdout.write(`${text}\n`);
};

const directory = mkdtempSync(path.join(tmpdir(), 'haozhao-bench-'));
chmodSync(directory, 0o755);
const prefix = `bench${Date.now().toString(36)}`;
process.env.ELASTICSEARCH_INDEX = prefix;
const settings = {
  dataDir: path.join(directory, 'data'),
  sampleData: false,
  logLevel: 'silent',
  elasticsearchUrl: url,
  elasticsearchIndex: prefix,
};
const config = Object.assign(new Config(), settings);
const client = new Client({ nodes: url.split(','), requestTimeout: 300_000 });
const health = await client.cluster.health();
const stats = await client.nodes.stats({ metric: ['jvm'] });
const heap = Object.values(stats.nodes)[0]?.jvm?.mem?.heap_max_in_bytes ?? 0;
say(
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, Node ${process.version}; Elasticsearch of ${health.number_of_nodes} node, heap ${(heap / 2 ** 20).toFixed(0)} MB, on the same machine\n`,
);

/** The service through HTTP beside the bare client with the very same bodies. */
async function apiBesideBareClient(bodies: estypes.SearchRequest[]): Promise<void> {
  const server = await Server.start(config.dataPath);
  const urls = USUAL.map((q) => `${server.url}/api/v1/search?q=${encodeURIComponent(q)}`);
  await load(urls, 4, 200);
  const bare = async (connections: number) => {
    const times: number[] = [];
    let next = 0;
    const started = performance.now();
    const worker = async () => {
      while (next < REQUESTS) {
        const begun = performance.now();
        await client.search(bodies[next++ % bodies.length]);
        times.push(performance.now() - begun);
      }
    };
    await Promise.all(Array.from({ length: connections }, worker));
    return { times, perSecond: (1000 * REQUESTS) / (performance.now() - started) };
  };
  await bare(4);
  const rows: string[][] = [];
  for (const connections of [1, 16]) {
    const [api, alone] = [await load(urls, connections, REQUESTS), await bare(connections)];
    const [a, b] = [quantile(api.times, 0.5), quantile(alone.times, 0.5)];
    rows.push([
      String(connections),
      ms(a),
      ms(b),
      `${(a / b).toFixed(2)} ×`,
      api.perSecond.toFixed(0),
      alone.perSecond.toFixed(0),
      `${(api.perSecond / alone.perSecond).toFixed(2)} ×`,
    ]);
  }
  say(table(['connections', 'API p50', 'bare `_search` p50', 'ratio', 'API a second', 'bare a second', 'ratio'], rows));
  await server.stop();
}

const file = path.join(directory, 'catalog.jsonl');
await writeCatalog(file, RECORDS);
await command(config.dataPath, 'import', file);
const runtime = await openRuntime(config, 'command');
const app = await NestFactory.createApplicationContext(AppModule.with(config, runtime, new Log('silent')), { logger: false });

const analyzer = app.get(TextAnalyzer);

/** `npm run bench -- search growth` leaves the comparison with the bare client out. */
async function besideBareClient(): Promise<void> {
  const bodies: estypes.SearchRequest[] = [];
  const engineClient = app.get<SearchService, { engine: { client: Client } }>(SearchService).engine.client;
  const original = engineClient.search.bind(engineClient) as (...parameters: unknown[]) => unknown;
  Object.assign(engineClient, {
    search: (...parameters: unknown[]) => {
      const body = { ...(parameters[0] as estypes.SearchRequest) };
      delete body.pit;
      bodies.push({ ...body, index: `${prefix}-records` });
      return original(...parameters);
    },
  });
  for (const q of USUAL) await app.get(SearchService).search(Object.assign(new SearchInput(), { q }));
  Object.assign(engineClient, { search: original });
  say(`## ${RECORDS} records with bodies of realistic length\n`);
  await apiBesideBareClient(bodies);

  const begun = performance.now();
  const reindexed = await app.get(SearchIndexer).reindex();
  const reindexing = (1000 * reindexed) / (performance.now() - begun);
  const ready: { recordId: string; source: Record<string, unknown> }[] = [];
  const indexer = app.get<SearchIndexer, { entries(rows: unknown[]): Promise<Parameters<typeof toIndexDocument>[0][]> }>(SearchIndexer);
  for (let after = '0'; ;) {
    const rows = await app.get(RecordRepository).pagePublished(after, 250);
    if (rows.length === 0) break;
    for (const entry of await indexer.entries(rows)) ready.push(toIndexDocument(entry, analyzer));
    after = rows.at(-1)!.id;
  }
  await client.indices.create({ index: `${prefix}-bare`, settings: { ...SETTINGS, refresh_interval: '-1' }, mappings: MAPPINGS });
  const bareBegun = performance.now();
  for (let start = 0; start < ready.length; start += BARE_BULK) {
    const operations = ready
      .slice(start, start + BARE_BULK)
      .flatMap(({ recordId, source }) => [{ index: { _index: `${prefix}-bare`, _id: recordId } }, source]);
    await client.bulk({ operations });
  }
  await client.indices.refresh({ index: `${prefix}-bare` });
  const bareRate = (1000 * ready.length) / (performance.now() - bareBegun);
  ready.length = 0;
  say(
    `\n${table(
      ['reindexing', 'records a second', 'beside bare `_bulk`'],
      [
        ['haozhao reindex: read, analysed, compared, switched', reindexing.toFixed(0), `${(reindexing / bareRate).toFixed(2)} ×`],
        ['bare `_bulk` of the ready documents', bareRate.toFixed(0), '1'],
      ],
    )}`,
  );

  app.get(OutboxDispatcher).start();
  const waits: number[] = [];
  for (let index = 0; index < PUBLICATIONS; index++) {
    const { instance } = check(DatasetInput, {
      identifier: `bench-${index}`,
      title: `鹈鹕观测点${index}号`,
      abstract: '观测记录',
      provider: '林业局',
    });
    const started = performance.now();
    await app.get(RecordWriter).upsert([{ kind: 'dataset', input: instance }], { actor: 'bench', requestId: null });
    for (;;) {
      const { hits } = await app.get(SearchService).search(Object.assign(new SearchInput(), { q: `鹈鹕观测点${index}号`, limit: 100 }));
      if (hits.some(({ identifier }) => identifier === `bench-${index}`)) break;
      if (performance.now() - started > 30_000) throw new Error(`bench-${index} is not found 30 s after it was published`);
    }
    waits.push(performance.now() - started);
  }
  say(
    `\nFrom publishing to being found: p50 ${ms(quantile(waits, 0.5))}, p99 ${ms(quantile(waits, 0.99))}, ${PUBLICATIONS} records one by one.`,
  );
}
if (!process.argv.includes('growth')) await besideBareClient();

const understanding = app.get(QueryUnderstanding);
const understand = (text: string) => understanding.understand(text);
const shown = (name: string, grown: Grown[], sizes: string[]) =>
  grown.map((row, index) => [
    name,
    row.records.toLocaleString('en'),
    ...Object.keys(SHAPES).map((shape) => row.p50[shape]!.toFixed(1)),
    row.p99.toFixed(0),
    row.perSecond.toFixed(0),
    (row.records / row.secondsToIndex).toFixed(0),
    sizes[index]!,
  ]);
const most = Number(process.env.BENCH_RECORDS ?? 1_000_000);
const sizes = [10_000, 100_000, 1_000_000].filter((size) => size <= most);
const sizesOnDisk: string[] = [];
const elastic = new ElasticsearchSearchEngine({ nodes: url.split(','), prefix: `${prefix}-grow` }, analyzer);
await elastic.prepare();
const grownElastic = await grow(elastic, understand, sizes, async () => {
  const index = `${prefix}-grow-records`;
  await client.indices.refresh({ index });
  // Merges go on after the last write; what is asked meanwhile would measure them.
  for (;;) {
    const { _all: every } = await client.indices.stats({ index, metric: ['merge'] });
    if ((every.total?.merges?.current ?? 0) === 0) break;
    await setTimeout(500);
  }
  const [store, nodes] = [await client.indices.stats({ index, metric: ['store'] }), await client.nodes.stats({ metric: ['jvm'] })];
  const used = Object.values(nodes.nodes)[0]?.jvm?.mem?.heap_used_in_bytes ?? 0;
  sizesOnDisk.push(
    `${((store._all.primaries?.store?.size_in_bytes ?? 0) / 2 ** 20).toFixed(0)} MB, heap ${(used / 2 ** 20).toFixed(0)} MB`,
  );
});
await elastic.close();
const pgSizes: string[] = [];
const embedded = new PostgresSearchEngine(runtime.searchPool, analyzer);
const grownEmbedded = await grow(
  embedded,
  understand,
  sizes.filter((size) => size <= 100_000),
  async () => {
    const { rows } = await runtime.searchPool.query<{ size: string }>(
      `SELECT pg_total_relation_size('search_entry') + pg_total_relation_size('search_term') + pg_total_relation_size('search_suggestion') AS size`,
    );
    pgSizes.push(`${(Number(rows[0]!.size) / 2 ** 20).toFixed(0)} MB`);
  },
);
say(
  `\n## Growth, synthetic records, the engine with all facets in process, p50 in ms\n\n${table(
    ['engine', 'records', ...Object.keys(SHAPES), 'p99 at 8', 'a second at 8', 'indexed a second', 'index size'],
    [...shown('Elasticsearch', grownElastic, sizesOnDisk), ...shown('embedded', grownEmbedded, pgSizes)],
  )}`,
);
await app.close();
await runtime.close();
const all = await client.indices.get({ index: `${prefix}*`, features: ['aliases'] });
for (const index of Object.keys(all)) await client.indices.delete({ index });
await client.close();
rmSync(directory, { recursive: true, force: true });
const results = new URL('../../../bench/results/', import.meta.url);
mkdirSync(results, { recursive: true });
writeFileSync(new URL('search.md', results), `# Search, ${new Date().toISOString().slice(0, 10)}\n\n${report.join('\n')}\n`);
