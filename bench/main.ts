import { createReadStream, mkdtempSync, readFileSync, rmSync, chmodSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { AppModule } from '#src/app.module.js';
import { Config } from '#src/modules/platform/config/index.js';
import { Log } from '#src/modules/platform/logging/index.js';
import { SearchInput, SearchService } from '#src/modules/search/index.js';
import { openRuntime } from '#src/runtime.js';
import { writeCatalog } from './catalog-file.js';
import { load } from './load.js';
import { USUAL } from './queries.js';
import { recordStatements } from './search-statements.js';
import { command, Server } from './server.js';
import { ms, quantile, table } from './statistics.js';

const RECORDS = 11_000;
const REQUESTS = 600;

const say = (text: string) => process.stdout.write(`${text}\n`);

/** Time to COPY the same lines into a bare table of the same server, in milliseconds. */
async function bareCopy(url: string, files: readonly string[]): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('CREATE TABLE bench_line (line jsonb)');
  const started = performance.now();
  for (const file of files) {
    // CSV with quotes that no JSON holds: the line goes in as it is.
    await pipeline(
      createReadStream(file),
      client.query(copyFrom(`COPY bench_line FROM STDIN (FORMAT csv, QUOTE e'\\x01', DELIMITER e'\\x02')`)),
    );
  }
  const took = performance.now() - started;
  await client.query('DROP TABLE bench_line');
  await client.end();
  return took;
}

/** Times of the engine's SQL alone, of all SQL of a search (the hits are read too), and of the service in this process, in milliseconds. */
async function sqlAlone(config: Config, queries: readonly string[]): Promise<{ sql: number[]; allSql: number[]; inProcess: number[] }> {
  const runtime = await openRuntime(config, 'command');
  const app = await NestFactory.createApplicationContext(AppModule.with(config, runtime, new Log('silent')), { logger: false });
  const service = app.get(SearchService);
  const noted = recordStatements(runtime.searchPool);
  const read = recordStatements(runtime.source);
  const client = new Client({ connectionString: runtime.databaseUrl, options: '-c enable_seqscan=off' });
  await client.connect();
  const input = (q: string) => Object.assign(new SearchInput(), { q });
  const sql: number[] = [];
  const allSql: number[] = [];
  const inProcess: number[] = [];
  for (let round = 0; round < 12; round++) {
    for (const q of queries) {
      const begun = performance.now();
      await service.search(input(q));
      const service_ = performance.now() - begun;
      const statements = noted.take();
      const started = performance.now();
      for (const { text, values } of statements) await client.query(text, values);
      const engine = performance.now() - started;
      for (const { text, values } of read.take()) await client.query(text, values);
      const all = performance.now() - started;
      if (round < 2) continue;
      sql.push(engine);
      allSql.push(all);
      inProcess.push(service_);
    }
  }
  await client.end();
  await app.close();
  await runtime.close();
  return { sql, allSql, inProcess };
}

const directory = mkdtempSync(path.join(tmpdir(), 'haozhao-bench-'));
chmodSync(directory, 0o755);
const given = process.argv.slice(2);
const files = given.length > 0 ? given : [path.join(directory, 'catalog.jsonl')];
if (given.length === 0) await writeCatalog(files[0]!, RECORDS);
const config = Object.assign(new Config(), { dataDir: path.join(directory, 'data'), sampleData: false, logLevel: 'silent' });

say(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}\n`);
const imported = await command(config.dataPath, 'import', ...files);
const again = await command(config.dataPath, 'import', ...files);
const runtime = await openRuntime(config, 'command');
const copied = await bareCopy(runtime.databaseUrl, files);
await runtime.close();
const lines = files.reduce((sum, file) => sum + readFileSync(file, 'utf8').split('\n').filter(Boolean).length, 0);
say(
  table(
    ['import', 'time', 'beside COPY', 'peak memory'],
    [
      [
        `haozhao import, ${lines} records, indexed`,
        ms(imported.took),
        `${(imported.took / copied).toFixed(1)} ×`,
        `${imported.memory.toFixed(0)} MB`,
      ],
      ['the same again, nothing changed', ms(again.took), `${(again.took / copied).toFixed(1)} ×`, `${again.memory.toFixed(0)} MB`],
      ['COPY of the same lines into one bare table', ms(copied), '1', ''],
    ],
  ),
);

const { sql, allSql, inProcess } = await sqlAlone(config, USUAL);
const server = await Server.start(config.dataPath);
const urls = USUAL.map((q) => `${server.url}/api/v1/search?q=${encodeURIComponent(q)}`);
await load(urls, 4, 120);
const alone = await load(urls, 1, REQUESTS);
const base = quantile(allSql, 0.5);
const row = (name: string, times: readonly number[]) => [
  name,
  ms(quantile(times, 0.5)),
  ms(quantile(times, 0.99)),
  `${(quantile(times, 0.5) / base).toFixed(2)} ×`,
  `${(quantile(times, 0.5) / quantile(sql, 0.5)).toFixed(2)} ×`,
];
say(
  `\n${table(
    ['search, usual queries', 'p50', 'p99', 'beside all its SQL', "beside the engine's SQL"],
    [
      row("the engine's SQL alone", sql),
      row('all SQL of a search: the engine, then reading the hits', allSql),
      row('the service in process', inProcess),
      row('through HTTP', alone.times),
    ],
  )}`,
);
const rows: string[][] = [];
for (const connections of [1, 8, 32]) {
  const { times, perSecond } = await load(urls, connections, REQUESTS);
  rows.push([
    String(connections),
    perSecond.toFixed(0),
    ms(quantile(times, 0.5)),
    ms(quantile(times, 0.99)),
    `${server.memory()?.toFixed(0) ?? '?'} MB`,
  ]);
}
say(`\n${table(['connections', 'requests a second', 'p50', 'p99', 'resident memory'], rows)}`);
await server.stop();
rmSync(directory, { recursive: true, force: true });
