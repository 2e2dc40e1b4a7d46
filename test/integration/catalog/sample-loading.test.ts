import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OutboxDispatcher } from '../../../src/modules/platform/outbox/index.js';
import { loadSampleCatalog } from '../../../src/sample-catalog.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { importContent, jsonLines } from './import-text.js';
import { expectIntegrity } from './integrity.js';

const path = (relative: string) => fileURLToPath(new URL(`../../../${relative}`, import.meta.url));
const linesOf = async (name: string) => (await readFile(path(`samples/data/${name}.jsonl`), 'utf8')).trimEnd().split('\n').length;

let running: TestApplication;
beforeEach(async () => {
  running = await createTestApplication();
});
afterEach(() => running.close());

const count = async () => (await running.query<{ count: number }>('SELECT count(*)::int AS count FROM record'))[0]!.count;
const events = () => running.query(`SELECT action FROM audit_event WHERE object_type = 'catalog' ORDER BY seq`);

/** Starts the product itself on the database of the test. */
function start() {
  const env = { PATH: process.env.PATH, DATABASE_URL: running.databaseUrl, DATA_DIR: running.config.dataDir, PORT: '0' };
  return spawn(process.execPath, [path('dist/main.js')], { env, stdio: ['ignore', 'pipe', 'inherit'] });
}

describe('The bundled sample', () => {
  it('is loaded once, and completed after a start that was killed', async () => {
    const all = (await linesOf('datasets')) + (await linesOf('documents'));
    const killed = start();
    const exit = once(killed, 'exit');
    while ((await count()) === 0);
    killed.kill('SIGKILL');
    await exit;
    expect(await count()).toBeLessThan(all);
    expect(await events()).toEqual([{ action: 'sample.started' }]);

    const second = start();
    let output = '';
    for await (const text of second.stdout) {
      output += String(text);
      if (/已启动：http:\/\/127\.0\.0\.1:\d+\n/.test(output)) break;
    }
    expect(await count()).toBe(all);
    expect(await events()).toEqual([{ action: 'sample.started' }, { action: 'sample.loaded' }]);
    await expectIntegrity(running);
    const end = once(second, 'exit');
    second.kill('SIGINT');
    expect(await end).toEqual([0, null]);

    await running.query(`UPDATE record SET title = '改过' WHERE id = (SELECT min(id) FROM record)`);
    const said: string[] = [];
    await loadSampleCatalog(running.app, (line) => said.push(line));
    expect(said).toEqual([]);
  });

  it('stays out of a catalog that somebody else has filled', async () => {
    await importContent(running, jsonLines({ kind: 'dataset', identifier: 'own', title: '自己的' }));
    await loadSampleCatalog(running.app, () => undefined);
    expect(await count()).toBe(1);
    expect(await events()).toEqual([]);
  });

  it('that is interrupted is not taken for loaded', async () => {
    running.app.get(OutboxDispatcher).start();
    const stop = new AbortController();
    await loadSampleCatalog(running.app, () => stop.abort(), stop.signal);
    expect(await events()).toEqual([{ action: 'sample.started' }]);
  });
});
