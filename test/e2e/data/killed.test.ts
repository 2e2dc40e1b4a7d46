import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { OutboxDispatcher } from '../../../src/modules/platform/outbox/index.js';
import { importContent, jsonLines } from '../../integration/catalog/import-text.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { api, datasetWith, publishTables } from './data-fixture.js';

const main = fileURLToPath(new URL('../../../dist/main.js', import.meta.url));
const ROWS = 400_000;
/** Long enough to be caught at it: the odd cell at the end makes every form be counted over all rows. */
const LONG = `序号,名称,金额\n${Array.from({ length: ROWS }, (_, i) => `${i},关于第${i}号事项的说明,${i === ROWS - 1 ? '待定' : i / 4}`).join('\n')}\n`;

let running: TestApplication;
const servers: ChildProcess[] = [];
beforeAll(async () => {
  running = await createTestApplication();
  await publishTables(running, [datasetWith('k', ['表.csv'])], { '表.csv': 'a,b\n1,2\n' });
});
afterAll(async () => {
  for (const server of servers.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
    server.kill('SIGKILL');
    await once(server, 'exit');
  }
  await running.close();
});

/** A server of its own on the database and folder of the test; returns when it serves. */
async function startServer(): Promise<ChildProcess> {
  const server = spawn(process.execPath, [main], {
    env: {
      ...{ PATH: process.env.PATH, DATABASE_URL: running.databaseUrl, DATA_DIR: running.config.dataDir, PORT: '0' },
      ...{ SAMPLE_DATA: 'off', LOG_LEVEL: 'silent' },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  servers.push(server);
  await new Promise<void>((resolve, reject) => {
    server.stdout.on('data', (text: Buffer) => text.toString().includes('已启动') && resolve());
    server.once('exit', () => reject(new Error('the server ended')));
  });
  return server;
}

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
  const server = await startServer();
  await expect.poll(async () => (await state()).state, { timeout: 60_000, interval: 20 }).toBe('running');
  await expect.poll(scratch, { timeout: 60_000, interval: 20 }).toHaveLength(1);
  server.kill('SIGKILL');
  await once(server, 'exit');
  expect(await table()).toMatchObject([{ version: 1, rowCount: 1 }]);
  expect((await state()).state).toBe('running');

  await startServer();
  await expect.poll(async () => (await state()).state, { timeout: 120_000 }).toBe('done');
  expect((await state()).tries).toBe(2);
  expect(await table()).toMatchObject([
    { version: 2, rowCount: ROWS, notes: [expect.stringContaining('第 400,001 行第 3 列（金额）：“待定”不是数字')] },
  ]);
  expect(await scratch()).toEqual([]);
});
