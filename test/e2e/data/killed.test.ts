import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DepartmentService } from '../../../src/modules/department/index.js';
import { ApiKeyService, OPERATOR } from '../../../src/modules/identity/index.js';
import { OutboxDispatcher } from '../../../src/modules/platform/outbox/index.js';
import { importContent, jsonLines } from '../../integration/catalog/import-text.js';
import { ServerProcesses } from '../../support/server-process.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { api, datasetWith, publishTables } from './data-fixture.js';

const ROWS = 400_000;
/** Long enough to be caught at it: the odd cell at the end makes every form be counted over all rows. */
const LONG = `序号,名称,金额\n${Array.from({ length: ROWS }, (_, i) => `${i},关于第${i}号事项的说明,${i === ROWS - 1 ? '待定' : i / 4}`).join('\n')}\n`;

let running: TestApplication;
let servers: ServerProcesses;
beforeAll(async () => {
  running = await createTestApplication();
  servers = await ServerProcesses.on(running);
  await publishTables(running, [datasetWith('k', ['表.csv'])], { '表.csv': 'a,b\n1,2\n' });
});
afterAll(async () => {
  await servers.close();
  await running.close();
});

const state = async () => {
  const rows = await running.query<{ state: string; tries: number }>('SELECT state, tries FROM data_conversion ORDER BY id DESC LIMIT 1');
  return rows[0]!;
};
const table = async () => {
  const { body } = await api(running).get('/api/v1/datasets/k/tables').expect(200);
  return (body as { tables: { version: number; rowCount: number }[] }).tables;
};
const scratch = async () => (await readdir(running.config.scratchPath)).filter((name) => /\d/.test(name));

it('kill -9 during a conversion leaves the old version whole, and the next start makes the new one', async () => {
  await importContent(running, jsonLines(datasetWith('k', ['表.csv'])), { '表.csv': LONG });
  await running.app.get(OutboxDispatcher).drain();
  const server = await servers.start();
  await expect.poll(async () => (await state()).state, { timeout: 60_000, interval: 20 }).toBe('running');
  await expect.poll(scratch, { timeout: 60_000, interval: 20 }).toHaveLength(1);
  await servers.kill(server);
  expect(await table()).toMatchObject([{ version: 1, rowCount: 1 }]);
  expect((await state()).state).toBe('running');

  const next = await servers.start();
  await expect.poll(async () => (await state()).state, { timeout: 120_000 }).toBe('done');
  expect((await state()).tries).toBe(2);
  expect(await table()).toMatchObject([
    { version: 2, rowCount: ROWS, notes: [expect.stringContaining('第 400,001 行第 3 列（金额）：“待定”不是数字')] },
  ]);
  expect(await scratch()).toEqual([]);
  await servers.kill(next);
});

it('kill -9 during an export leaves no half of a file, and the next start makes the whole', async () => {
  const rows = Array.from({ length: ROWS }, (_, i) => `${i},${Array.from({ length: 13 }, (_, j) => i % (j + 2)).join(',')}`);
  const wide = `序号,${Array.from({ length: 13 }, (_, j) => `列${j}`).join(',')}\n${rows.join('\n')}\n`;
  await publishTables(running, [datasetWith('e', ['宽.csv'])], { '宽.csv': wide });
  const address = '/api/v1/datasets/e/tables/kuan/exports/csv';
  const exported = async () => (await running.query<{ state: string }>('SELECT state FROM data_export')).map(({ state }) => state);
  const underWay = async () => (await api(running).get(address).set('Prefer', 'respond-async').expect(202)).body as object;
  expect(await underWay()).toMatchObject({ state: 'waiting', percent: 0 });
  const server = await servers.start();
  await expect.poll(scratch, { timeout: 60_000, interval: 20 }).toHaveLength(1);
  await servers.kill(server);
  expect(await exported()).toEqual(['waiting']);
  expect(await underWay()).toMatchObject({ state: 'waiting' });

  const next = await servers.start();
  await expect.poll(exported, { timeout: 120_000 }).toEqual(['done']);
  // Whoever waits gets the file, or an error that no tool takes for it.
  const { headers } = await api(running).head(address).expect(200);
  expect(Number(headers['content-length'])).toBeGreaterThan(1_000_000);
  expect(await scratch()).toEqual([]);
  await servers.kill(next);
});

it('kill -9 during a push leaves the old rows whole, and the same push can be sent again', async () => {
  await running.app.get(DepartmentService).register([{ code: 'a', name: '甲局', registered: true }]);
  await publishTables(running, [datasetWith('p', [], { provider: '甲局' })], {});
  const key = await running.app.get(ApiKeyService).create({ name: '推送', scopes: ['data.push'], department: 'a' }, OPERATOR);
  const send = (method: string, path: string, body: object) =>
    fetch(`${servers.address}/api/v1/datasets/p/tables/t${path}`, {
      method,
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const many = (from: number, of: string) => Array.from({ length: 10_000 }, (_, i) => ({ 序号: from + i, 名称: `${of}${from + i}` }));
  const server = await servers.start();
  const columns = [
    { name: '序号', type: 'integer' },
    { name: '名称', type: 'string' },
  ];
  expect((await send('PUT', '', { title: '推送', columns, key: ['序号'] })).status).toBe(200);
  for (let from = 0; from < 100_000; from += 10_000)
    expect((await send('POST', '/rows', { mode: 'append', rows: many(from, '旧') })).status).toBe(200);
  const change = { mode: 'upsert', rows: many(95_000, '新') };
  const sent = send('POST', '/rows', change).catch(() => undefined);
  await expect.poll(scratch, { timeout: 20_000, interval: 1 }).toHaveLength(1);
  await servers.kill(server);
  await sent;
  const ask = async () =>
    (await api(running).get('/api/v1/datasets/p/tables/t/rows').query({ select: 'count(), max(名称)' }).expect(200)).body as object;
  expect(await ask()).toMatchObject({ version: 11, rows: [{ count: 100_000, max_名称: '旧99999' }] });

  const next = await servers.start();
  expect(await scratch()).toEqual([]);
  const again = await send('POST', '/rows', change);
  expect(await again.json()).toMatchObject({ version: 12, rowCount: 105_000, added: 5_000, updated: 5_000 });
  expect(await ask()).toMatchObject({ version: 12, rows: [{ count: 105_000 }] });
  await servers.kill(next);
});
