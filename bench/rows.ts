import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { PARQUET_FORMAT } from '#src/modules/data/engine/parquet-format.js';
import { Converter } from '#src/modules/data/conversion/converter.js';
import { Config } from '#src/modules/platform/config/index.js';
import { load } from './load.js';
import { publishTables, seeded } from './seeded-tables.js';
import { Server } from './server.js';
import { ms, quantile, table } from './statistics.js';

const ROWS = Number(process.env.ROWS ?? 10_000_000);
const SMALL = 20_000;
const ROUNDS = Number(process.env.ROUNDS ?? 9);
const CSV_MEGABYTES = Number(process.env.MEGABYTES ?? 1024);

const say = (text: string) => process.stdout.write(`${text}\n`);
const folder = mkdtempSync(path.join(tmpdir(), 'haozhao-bench-'));
chmodSync(folder, 0o755);
const config = Object.assign(new Config(), { dataDir: path.join(folder, 'data'), sampleData: false, logLevel: 'silent' });
mkdirSync(config.dataPath, { recursive: true });

const bare = await (await DuckDBInstance.create(':memory:', { memory_limit: '2GB' })).connect();
await bare.run('SET GLOBAL parquet_metadata_cache = true');
const files = { large: path.join(folder, 'large.parquet'), small: path.join(folder, 'small.parquet') };
for (const [file, count] of [
  [files.large, ROWS],
  [files.small, SMALL],
] as const)
  await bare.run(`COPY (${seeded(count)}) TO '${file}' (${PARQUET_FORMAT})`);

const SCAN = (file: string) => `read_parquet('${file}', file_row_number = true)`;
/** The same question to the product and to DuckDB. */
const questions = (file: string): { name: string; ask: Record<string, string>; sql: string }[] => [
  { name: 'first page', ask: {}, sql: `SELECT * FROM ${SCAN(file)} ORDER BY file_row_number LIMIT 51` },
  {
    name: 'filter, few found',
    ask: { where: "数量 = 77 and 区县 = '海陵区'" },
    sql: `SELECT * FROM ${SCAN(file)} WHERE n = 77 AND district = '海陵区' ORDER BY file_row_number LIMIT 51`,
  },
  {
    name: 'filter, counted',
    ask: { where: '金额 > 999000', select: 'count(), sum(金额)' },
    sql: `SELECT count(*), sum(amount) FROM ${SCAN(file)} WHERE amount > 999000`,
  },
  {
    name: 'group by',
    ask: { groupBy: '区县, 部门', select: 'count() as c, avg(金额), max(日期)', orderBy: 'c desc' },
    sql: `SELECT district, department, count(*), avg(amount), max(day) FROM ${SCAN(file)} GROUP BY ALL ORDER BY 3 DESC, 1, 2 LIMIT 51`,
  },
  {
    name: 'words in any text',
    ask: { q: '公积金第77', select: '序号, 说明' },
    sql: `SELECT id, note FROM ${SCAN(file)} WHERE contains(code, '公积金第77') OR contains(district, '公积金第77') OR contains(department, '公积金第77') OR contains(note, '公积金第77') ORDER BY file_row_number LIMIT 51`,
  },
  { name: 'ordered', ask: { orderBy: '金额 desc' }, sql: `SELECT * FROM ${SCAN(file)} ORDER BY amount DESC, file_row_number LIMIT 51` },
  {
    name: 'near',
    ask: { where: 'near(119.5, 32.5, 1000)', select: 'count()' },
    sql: `SELECT count(*) FROM ${SCAN(file)} WHERE lat BETWEEN 32.49 AND 32.51 AND lng BETWEEN 119.48 AND 119.52 AND 12742017.6 * asin(sqrt(pow(sin(radians(lat::DOUBLE - 32.5) / 2), 2) + cos(radians(lat::DOUBLE)) * cos(radians(32.5)) * pow(sin(radians(lng::DOUBLE - 119.5) / 2), 2))) <= 1000`,
  },
];

const address = (server: Server, name: string, ask: Record<string, string>) =>
  `${server.url}/api/v1/datasets/bench/tables/${name}/rows?${new URLSearchParams(ask).toString()}`;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function answer(url: string): Promise<{ nextCursor: string | null }> {
  const response = await fetch(url);
  if (response.status !== 200) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as { nextCursor: string | null };
}

/** The longest delay of the event loop but for one in a hundred, as the server tells. */
async function loopDelay(server: Server): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  return Number(/^nodejs_eventloop_lag_p99_seconds (\S+)/m.exec(text)?.[1] ?? NaN) * 1000;
}

say(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}\n`);
await publishTables(config, {
  large: { file: files.large, rows: ROWS },
  small: { file: files.small, rows: SMALL },
});
const server = await Server.start(config.dataPath);
const lines: string[][] = [];
for (const { name, ask, sql } of questions(files.large)) {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    theirs.push(await timed(() => bare.runAndReadAll(sql)));
    ours.push(await timed(() => answer(address(server, 'large', ask))));
  }
  lines.push([name, ms(quantile(ours, 0.5)), ms(quantile(theirs, 0.5)), (quantile(ours, 0.5) / quantile(theirs, 0.5)).toFixed(2)]);
}
// A page far behind: cursors are positions, so it is asked for by one made near the end.
let cursor = (await answer(address(server, 'large', { orderBy: '金额', where: '金额 > 900000', limit: '1000' }))).nextCursor!;
for (let page = 0; page < 5; page++)
  cursor = (await answer(address(server, 'large', { orderBy: '金额', where: '金额 > 900000', limit: '1000', cursor }))).nextCursor!;
const deep: number[] = [];
const deepBare: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  deepBare.push(
    await timed(() =>
      bare.runAndReadAll(
        `SELECT * FROM ${SCAN(files.large)} WHERE amount > 900000 ORDER BY amount, file_row_number LIMIT 1001 OFFSET 6000`,
      ),
    ),
  );
  deep.push(await timed(() => answer(address(server, 'large', { orderBy: '金额', where: '金额 > 900000', limit: '1000', cursor }))));
}
lines.push([
  '7th page of 1,000, ordered',
  ms(quantile(deep, 0.5)),
  ms(quantile(deepBare, 0.5)),
  (quantile(deep, 0.5) / quantile(deepBare, 0.5)).toFixed(2),
]);
say(
  `${ROWS.toLocaleString('en')} rows, 12 columns, ${(statSync(files.large).size / 1024 ** 2).toFixed(0)} MB of Parquet; p50 of ${ROUNDS}, one at a time`,
);
say(table(['question', 'through HTTP', 'bare DuckDB', 'ratio'], lines));

const urls = questions(files.small).map(({ ask }) => address(server, 'small', ask));
await load(urls, 4, 200);
const busy = await load(urls, 16, 4_000);
const started = performance.now();
let next = 0;
const connections = await Promise.all(Array.from({ length: 4 }, async () => (await DuckDBInstance.fromCache(':memory:', {})).connect()));
const statements = questions(files.small).map(({ sql }) => sql);
const bareTimes: number[] = [];
await Promise.all(
  connections.map(async (connection) => {
    while (next < 2_000) {
      const sql = statements[next++ % statements.length]!;
      bareTimes.push(await timed(() => connection.runAndReadAll(sql)));
    }
  }),
);
const barePerSecond = (1000 * 2_000) / (performance.now() - started);
say(`\n${SMALL.toLocaleString('en')} rows, the same seven questions in turn`);
say(
  table(
    ['', 'requests a second', 'p50', 'p99'],
    [
      ['through HTTP, 16 connections', busy.perSecond.toFixed(0), ms(quantile(busy.times, 0.5)), ms(quantile(busy.times, 0.99))],
      ['bare DuckDB, 4 connections in this process', barePerSecond.toFixed(0), ms(quantile(bareTimes, 0.5)), ms(quantile(bareTimes, 0.99))],
    ],
  ),
);
say(
  `\nEvent-loop delay of the server under this load, p99: ${ms(await loopDelay(server))}; memory ${server.memory()?.toFixed(0)} MB, peak ${server.peakMemory()?.toFixed(0)} MB`,
);

/** Downloads a whole export; waits while it is made in the background. */
async function exported(format: string): Promise<{ bytes: number; took: number }> {
  const begun = performance.now();
  for (;;) {
    const response = await fetch(`${server.url}/api/v1/datasets/bench/tables/large/exports/${format}`);
    if (response.status === 200) {
      let bytes = 0;
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) bytes += chunk.length;
      return { bytes, took: performance.now() - begun };
    }
    await response.body?.cancel();
    if (response.status !== 503) throw new Error(`export answered ${response.status}`);
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

const exports: string[][] = [];
for (const format of ['csv', 'xlsx']) {
  const { bytes, took } = await exported(format);
  exports.push([
    format,
    ms(took),
    `${(bytes / 1024 ** 2).toFixed(0)} MB`,
    `${server.memory()?.toFixed(0)} MB`,
    `${server.peakMemory()?.toFixed(0)} MB`,
  ]);
}
say(`\nExport of all ${ROWS.toLocaleString('en')} rows, made and downloaded`);
say(table(['format', 'time', 'size', 'memory of the server', 'its peak'], exports));
await server.stop();

const csv = path.join(folder, 'large.csv');
await bare.run(`COPY (${seeded(Math.round((CSV_MEGABYTES / 1024) * 7_600_000))}) TO '${csv}' (FORMAT csv)`);
const size = statSync(csv).size / 1024 ** 2;
const converter = new Converter(config);
const conversions: number[] = [];
const copies: number[] = [];
for (let round = 0; round < 3; round++) {
  copies.push(
    await timed(() =>
      bare.run(`COPY (FROM read_csv('${csv}')) TO '${path.join(folder, 'bare.parquet')}' (FORMAT parquet, COMPRESSION zstd)`),
    ),
  );
  const target = path.join(folder, `made-${round}`);
  conversions.push(await timed(() => converter.convert({ file: csv, format: 'csv', folder: target, items: [] }, () => undefined)));
  if (!existsSync(path.join(target, 'table-0.parquet'))) throw new Error('no table was made');
}
say(`\nConversion of a csv of ${size.toFixed(0)} MB, median of 3`);
say(
  table(
    ['', 'time', 'rate', 'of bare DuckDB'],
    [
      [
        'conversion',
        ms(quantile(conversions, 0.5)),
        `${(size / (quantile(conversions, 0.5) / 1000)).toFixed(0)} MB/s`,
        (quantile(copies, 0.5) / quantile(conversions, 0.5)).toFixed(2),
      ],
      ['bare COPY … TO parquet', ms(quantile(copies, 0.5)), `${(size / (quantile(copies, 0.5) / 1000)).toFixed(0)} MB/s`, '1.00'],
    ],
  ),
);
rmSync(folder, { recursive: true, force: true });
