import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Nightly } from '../../../src/modules/catalog/index.js';
import { IdempotencyKeyRepository } from '../../../src/modules/identity/index.js';
import { Jobs } from '../../../src/modules/platform/job/index.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';

let running: TestApplication;
let keys: IdempotencyKeyRepository;
const who = 'account:1';
const age = (key: string, interval: string) =>
  running.query(`UPDATE idempotency_key SET started_at = started_at - $2::interval WHERE key = $1`, [key, interval]);
const commit = (key: string, run: string) =>
  running.app.get(DataSource).transaction((transaction) => keys.commit(transaction, who, key, run));

beforeAll(async () => {
  running = await createTestApplication();
  keys = running.app.get(IdempotencyKeyRepository);
});
afterAll(() => running?.close());

it('the lease of a process that was killed goes to the next attempt when it has run out, and nothing stays of its work', async () => {
  const worker = fork(fileURLToPath(new URL('dying-process.mjs', import.meta.url)), [running.databaseUrl]);
  await once(worker, 'message');
  worker.kill('SIGKILL');
  await once(worker, 'exit');
  await expect
    .poll(() => running.query(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'`), {
      timeout: 20_000,
    })
    .toEqual([]);
  expect(await keys.claim(who, 'lease', 'the request', 'second')).toMatchObject({ run: 'run of the dead', committedAt: null });
  await age('lease', '61 seconds');
  expect(await keys.claim(who, 'lease', 'another request', 'second')).toMatchObject({ run: 'run of the dead' });
  expect(await keys.claim(who, 'lease', 'the request', 'second')).toBeUndefined();
  // Were the first only slow, it could not commit any more.
  await expect(commit('lease', 'run of the dead')).rejects.toThrow('另一次尝试');
  await commit('lease', 'second');
  expect(await running.query(`SELECT 1 FROM department WHERE code = 'half'`)).toEqual([]);
});

it('of many that take over at once, one does', async () => {
  await keys.claim(who, 'many', 'r', 'dead');
  await age('many', '61 seconds');
  const taken = await Promise.all(Array.from({ length: 20 }, (_, number) => keys.claim(who, 'many', 'r', `run ${number}`)));
  expect(taken.filter((known) => known === undefined)).toHaveLength(1);
});

it('a finished run is not taken over, until its answer is kept no longer; then even by another request', async () => {
  await keys.claim(who, 'done', 'r', 'first');
  await commit('done', 'first');
  await keys.keep(who, 'done', 'first', { status: 201, etag: null, body: {} });
  await age('done', '23 hours');
  expect(await keys.claim(who, 'done', 'r', 'second')).toMatchObject({ run: 'first' });
  await age('done', '2 hours');
  expect(await keys.claim(who, 'done', 'other', 'second')).toBeUndefined();
  expect(await running.query(`SELECT fingerprint, committed_at, answer FROM idempotency_key WHERE key = 'done'`)).toEqual([
    { fingerprint: 'other', committed_at: null, answer: null },
  ]);
});

it('what is kept no longer is forgotten at night', async () => {
  await keys.claim(who, 'old', 'r', 'first');
  await age('old', '25 hours');
  await keys.claim(who, 'new', 'r', 'first');
  expect(await running.query(`SELECT 1 FROM idempotency_key WHERE key = 'old'`)).toHaveLength(1);
  await running.app.get(Nightly).schedule();
  await running.app.get(Jobs).runPending();
  expect(await running.query(`SELECT key FROM idempotency_key WHERE key IN ('old', 'new')`)).toEqual([{ key: 'new' }]);
});
