import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EngineChild } from '../../../src/modules/data/engine/engine-child.js';
import { type Statement, QueryEngine } from '../../../src/modules/data/engine/query-engine.js';
import { AppError } from '../../../src/modules/kernel/app-error.js';
import { Config } from '../../../src/modules/platform/config/index.js';
import { Log } from '../../../src/modules/platform/logging/index.js';
import { Metrics } from '../../../src/modules/platform/metrics/index.js';

let folder: string;
let engine: QueryEngine;
let file: string;
let config: Config;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'haozhao-engine-'));
  config = Object.assign(new Config(), { dataDir: folder, dataQuerySeconds: 1, dataQueryMemoryMb: 256 });
  await mkdir(config.tablesPath);
  await mkdir(config.scratchPath);
  await writeFile(path.join(folder, 'secret.csv'), 'a\nsecret\n');
  file = path.join(config.tablesPath, 't.parquet');
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(
    `COPY (SELECT range AS n, '区' || (range % 3) AS name, (range / 4)::DECIMAL(18,2) AS amount, DATE '2026-01-01' + (range % 30)::INTEGER AS day,
       TIMESTAMP '2026-01-01 08:00:00' AS at, TIME '07:30:00' AS hour, range % 2 = 0 AS even, 9007199254740993 + range AS large, 1e300 AS big
     FROM range(1000)) TO '${file}' (FORMAT parquet)`,
  );
  connection.closeSync();
  engine = new QueryEngine(config, new Log('silent'), new Metrics());
});
afterAll(async () => {
  await engine.beforeApplicationShutdown();
  await rm(folder, { recursive: true });
});

const statement = (sql: string, parameters: Statement['parameters'] = {}): Statement => ({
  sql,
  parameters: { ...(sql.includes('$file') ? { file: { type: 'string', value: file } } : {}), ...parameters },
});
const rows = (sql: string, parameters?: Statement['parameters'], cost = 1) =>
  engine.rows(statement(sql, parameters), { cost, caller: 'a' });
const slow = 'SELECT count(*) FROM range(10000000) a, range(1000000) b WHERE a.range % 7 = b.range % 11';

// Read from a file, as tables are: how far a `range` is DuckDB tells only where the thread that asks happens to be the one that counts.
it('tells how far what is written is', async () => {
  const told: number[] = [];
  const heard = new AbortController();
  const table = 'read_parquet($file)';
  const endless = `COPY (SELECT sum(sqrt(a.n) * b.n * c.n * d.n) FROM ${table} a, ${table} b, ${table} c, ${table} d) TO '${path.join(config.scratchPath, 'w')}' (FORMAT csv)`;
  const progress = (percent: number) => {
    told.push(percent);
    heard.abort();
  };
  const written = engine.write(statement(endless), { caller: 'w', timeMs: 60_000, signal: heard.signal, progress });
  await expect(written).rejects.toMatchObject({ message: '请求已取消。' });
  expect(told.length).toBeGreaterThan(0);
  expect(told.filter((percent) => percent < 0 || percent > 100)).toEqual([]);
});

it('answers values as JSON has them: nothing that a double would change is a number', async () => {
  expect(await rows('SELECT * FROM read_parquet($file) WHERE n = $n', { n: { type: 'integer', value: 5 } })).toEqual([
    [5, '区2', 1.25, '2026-01-06', '2026-01-01T08:00:00', '07:30:00', false, '9007199254740998', 1e300],
  ]);
  expect(await rows('SELECT sum(amount), avg(amount), NULL FROM read_parquet($file)')).toEqual([[124875, 124.875, null]]);
});

it.each([
  ['another file', `SELECT * FROM read_csv('%/secret.csv')`],
  ['the folder above', `SELECT * FROM read_csv('%/tables/../secret.csv')`],
  ['all files', `SELECT * FROM glob('%/**')`],
  ['a file as text', `SELECT content FROM read_text('%/secret.csv')`],
  ['an address', `SELECT * FROM read_csv('http://127.0.0.1:1/x.csv')`],
  ['an extension', 'INSTALL httpfs'],
  ['a setting', 'SET enable_external_access = true'],
  ['a pragma', "PRAGMA memory_limit='10GB'"],
  ['a file to write', `COPY (SELECT 1) TO '%/tables/x.csv'`],
  ['another database', `ATTACH '%/x.db'`],
  ['a table', 'CREATE TABLE x (a INTEGER)'],
  ['two statements', 'SELECT 1; SELECT 2'],
  ['a statement that is none', 'SELEC 1'],
  ['an environment', `SELECT getenv('PATH')`],
])('gives nothing but the files of tables: %s', async (_, sql) => {
  await expect(rows(sql.replaceAll('%', folder))).rejects.toThrow(/statement of ours failed/);
});

it('ends what takes too long, in whatever lane, and goes on', async () => {
  await expect(rows(slow, {}, Infinity)).rejects.toMatchObject({ code: 'BAD_REQUEST', message: expect.stringContaining('1 秒') as string });
  await expect(rows(slow)).rejects.toBeInstanceOf(AppError);
  expect(await rows('SELECT 1')).toEqual([[1]]);
});

it('refuses what needs more memory than is given', async () => {
  await expect(
    engine.rows(statement(`SELECT list(s) FROM (SELECT repeat('x', 1000) || range AS s FROM range(3000000))`), {
      cost: Infinity,
      caller: 'a',
      timeMs: 60_000,
    }),
  ).rejects.toMatchObject({ code: 'BAD_REQUEST', message: expect.stringContaining('内存') as string });
});

it('answers light statements while every heavy process is busy, and refuses a caller who asks for too much', async () => {
  const heavy = Array.from({ length: 20 }, () => rows(slow, {}, Infinity).catch((error: AppError) => error.code));
  expect(await rows('SELECT 2')).toEqual([[2]]);
  const ends = await Promise.all(heavy);
  expect(ends.filter((code) => code === 'TOO_MANY_REQUESTS').length).toBe(12);
  expect(ends.filter((code) => code === 'BAD_REQUEST').length).toBe(8);
});

it('leaves a heavy process to questions, whatever is being written', async () => {
  const stop = new AbortController();
  const write = (name: string, sql: string) =>
    engine.write(statement(`COPY (${sql}) TO '${path.join(config.scratchPath, name)}' (FORMAT csv)`), {
      ...{ caller: name, timeMs: 60_000, signal: stop.signal },
    });
  const long = ['x', 'y', 'z'].map((name) => write(name, slow).catch((error: unknown) => error));
  expect(await rows('SELECT count(*) FROM read_parquet($file)', {}, Infinity)).toEqual([[1000]]);
  stop.abort();
  expect((await Promise.all(long)).every((error) => error instanceof AppError)).toBe(true);
});

it('drops what nobody waits for any more', async () => {
  const leaving = new AbortController();
  const asked = engine.rows(statement(slow), { cost: Infinity, caller: 'b', signal: leaving.signal });
  leaving.abort();
  await expect(asked).rejects.toMatchObject({ message: '请求已取消。' });
});

it('loses only the statements of a process that dies', async () => {
  const child = new EngineChild({
    memoryMegabytes: 128,
    threads: 1,
    folders: [config.tablesPath],
    temporaryFolder: path.join(folder, 'temporary'),
    temporaryMegabytes: 10,
    connections: 1,
  });
  await child.run({ kind: 'rows', sql: 'SELECT 1', parameters: {}, timeMs: 1000 });
  const asked = child.run({ kind: 'rows', sql: slow, parameters: {}, timeMs: 60_000 });
  await child.end();
  await expect(asked).rejects.toMatchObject({ reason: 'crash' });
});
