import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApplication, emptyCatalog, type TestApplication } from '../../support/test-application.js';
import { inFolder, jsonLines } from './import-text.js';
import { expectIntegrity, expectMessages } from './integrity.js';

const cli = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));
const LINES = 1500;

/** Datasets and documents in turn; every tenth document repeals one that comes later in the file. */
const records = Array.from({ length: LINES }, (_, number) =>
  number % 2
    ? {
        kind: 'document',
        identifier: `doc-${number}`,
        title: `关于印发第${number}号办法的通知`,
        issuer: `第${number % 30}局`,
        validity: '现行有效',
        body: '第一条 为了规范管理，制定本办法。\n'.repeat(40),
        ...(number % 20 === 1 && number + 100 < LINES ? { relations: [{ type: 'repeals', target: `doc-${number + 100}` }] } : {}),
      }
    : {
        kind: 'dataset',
        identifier: `set-${number}`,
        title: `第${number}号统计表`,
        provider: `第${number % 30}局`,
        items: [{ name: '年份' }, { name: '数量' }],
      },
);

let running: TestApplication;
beforeAll(async () => {
  running = await createTestApplication();
});
afterAll(() => running.close());

function startImport(file: string): ChildProcess {
  const { dataDir } = running.config;
  return spawn(process.execPath, [cli, 'import', file], {
    env: { PATH: process.env.PATH, DATABASE_URL: running.databaseUrl, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function finished(child: ChildProcess): Promise<{ status: number | null; output: string }> {
  let output = '';
  child.stdout!.on('data', (text) => (output += String(text)));
  await once(child, 'close');
  return { status: child.exitCode, output };
}

/** Ends the process with `signal` as soon as the database answers the question with a row; false when it was faster. */
async function endWhen(child: ChildProcess, question: string, signal: NodeJS.Signals): Promise<boolean> {
  const exit = once(child, 'exit');
  while (child.exitCode === null && (await running.query(question)).length === 0);
  child.kill(signal);
  await exit;
  return child.signalCode === signal;
}

describe('An import that is killed', { timeout: 180_000 }, () => {
  it('is completed by the next, with every revision, event and message once', async () => {
    await inFolder(async (folder) => {
      const file = path.join(folder, 'records.jsonl');
      await writeFile(file, jsonLines(...records));
      const moments = [
        "SELECT FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
        'SELECT FROM record HAVING count(*) > 0',
        'SELECT FROM record HAVING count(*) > 600',
        'SELECT FROM record HAVING count(*) > 1100',
        'SELECT FROM outbox_consumer WHERE message_id > 0',
      ];
      for (const moment of moments) {
        expect(await endWhen(startImport(file), moment, 'SIGKILL'), moment).toBe(true);
        await expectIntegrity(running);
        await expectMessages(running);
      }
      const last = await finished(startImport(file));
      expect(last.status).toBe(0);
      expect(last.output).toMatch(/^\d+ created, 0 updated, \d+ unchanged, 0 rejected\n$/);
      expect(await running.query('SELECT count(*)::int AS count FROM record')).toEqual([{ count: LINES }]);
      await expectIntegrity(running);
      expect((await finished(startImport(file))).output).toBe(`0 created, 0 updated, ${LINES} unchanged, 0 rejected\n`);
      const repealed = records.filter((record) => 'relations' in record).length;
      expect(await running.query(`SELECT count(*)::int AS count FROM record WHERE validity = 'repealed'`)).toEqual([{ count: repealed }]);
      const { body } = await request(running.app.getHttpServer()).get('/api/v1/search').query({ limit: 1 }).expect(200);
      expect(body.total).toEqual({ value: LINES, exact: true });
    });
  });
});

describe('An import that is asked to stop', () => {
  it('ends after the batch under way and says how to go on', async () => {
    await emptyCatalog(running);
    await inFolder(async (folder) => {
      const file = path.join(folder, 'records.jsonl');
      await writeFile(file, jsonLines(...records));
      const child = startImport(file);
      const end = finished(child);
      await endWhen(child, 'SELECT FROM record HAVING count(*) > 0', 'SIGINT');
      const { status, output } = await end;
      expect(status).toBe(1);
      const created = Number(/^(\d+) created, 0 updated, 0 unchanged, 0 rejected\n$/.exec(output)?.[1]);
      expect(created).toBeLessThan(LINES);
      expect(await running.query('SELECT count(*)::int AS count FROM record')).toEqual([{ count: created }]);
      await expectIntegrity(running);
    });
  });
});
