import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { GiveUp, type JobOptions, JobRepository, Jobs } from '../../../src/modules/platform/job/index.js';
import { setClock } from '../../support/moved-clock.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';

let running: TestApplication;
let jobs: Jobs;
let done: string[];

beforeEach(async () => {
  running = await createTestApplication();
  jobs = running.app.get(Jobs);
  done = [];
  jobs.handle('trial', ({ name }: { name: string }) => {
    done.push(name);
    return Promise.resolve();
  });
});
afterEach(() => running.close());

const enqueue = (name: string, options?: JobOptions) =>
  running.app.get(DataSource).transaction((transaction) => jobs.enqueue(transaction, 'trial', { name }, options));
const figure = async (name: string) => {
  const { text } = await request(running.app.getHttpServer()).get('/metrics').expect(200);
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
};

it('does a job once the transaction that asked for it is there, and not when it is not', async () => {
  await running.app
    .get(DataSource)
    .transaction(async (transaction) => {
      await jobs.enqueue(transaction, 'trial', { name: 'lost' });
      throw new Error('no');
    })
    .catch(() => undefined);
  await enqueue('kept');
  await jobs.runPending();
  expect(done).toEqual(['kept']);
  expect(await jobs.runPending()).toBe(0);
});

it('takes two of the same key for one, also after it was done', async () => {
  expect(await enqueue('a', { key: 'k' })).toBe(true);
  expect(await enqueue('b', { key: 'k' })).toBe(false);
  await jobs.runPending();
  expect(await enqueue('c', { key: 'k' })).toBe(false);
  await jobs.runPending();
  expect(done).toEqual(['a']);
});

it('is done by one of many that look at the same moment', async () => {
  for (let number = 0; number < 20; number++) await enqueue(String(number));
  const tries = await Promise.all(Array.from({ length: 4 }, () => jobs.runPending()));
  await jobs.runPending();
  expect(tries.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(20);
  expect(done.toSorted((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 20 }, (_, number) => String(number)));
});

it('does only so many of a name at once, and others meanwhile', async () => {
  let most = 0;
  let busy = 0;
  const waiting: (() => void)[] = [];
  jobs.handle(
    'slow',
    async ({ name }: { name: string }) => {
      most = Math.max(most, ++busy);
      await new Promise<void>((resolve) => waiting.push(resolve));
      busy -= 1;
      done.push(name);
    },
    { atOnce: 1 },
  );
  const slow = (name: string) => running.app.get(DataSource).transaction((transaction) => jobs.enqueue(transaction, 'slow', { name }));
  await slow('first');
  await slow('second');
  const begun = jobs.runPending();
  await expect.poll(() => waiting.length).toBe(1);
  await enqueue('mail');
  await jobs.runPending();
  expect(done).toEqual(['mail']);
  waiting.shift()!();
  await expect.poll(() => waiting.length).toBe(1);
  waiting.shift()!();
  await begun;
  expect(done).toEqual(['mail', 'first', 'second']);
  expect(most).toBe(1);
});

it('waits for its hour, tries again after a failure, later each time, and is given up where all can see it', async () => {
  setClock(running, '2026-11-25T00:00:00Z');
  let tries = 0;
  jobs.handle('trial', () => {
    tries += 1;
    return Promise.reject(new Error('away'));
  });
  await enqueue('x', { runAt: new Date('2026-11-25T01:00:00Z'), attempts: 3 });
  expect(await jobs.runPending()).toBe(0);
  setClock(running, '2026-11-25T01:00:00Z');
  expect(await jobs.runPending()).toBe(1);
  setClock(running, '2026-11-25T01:00:10Z');
  expect(await jobs.runPending()).toBe(1);
  setClock(running, '2026-11-25T01:00:29Z');
  expect(await jobs.runPending()).toBe(0);
  expect(await figure('haozhao_jobs_waiting')).toBe(1);
  setClock(running, '2026-11-25T01:00:30Z');
  expect(await jobs.runPending()).toBe(1);
  setClock(running, '2026-11-26T00:00:00Z');
  expect(await jobs.runPending()).toBe(0);
  expect(tries).toBe(3);
  expect(await figure('haozhao_jobs_failed')).toBe(1);
  expect(await running.app.get(JobRepository).failed(5)).toMatchObject([{ name: 'trial', attempts: 3, lastError: 'away' }]);
});

it('is given up at once when its handler knows that no try can help', async () => {
  jobs.handle('trial', () => Promise.reject(new GiveUp('no such address')));
  await enqueue('x');
  expect(await jobs.runPending()).toBe(1);
  expect(await running.app.get(JobRepository).count()).toEqual({ waiting: 0, failed: 1 });
});

it('goes on with another process at once when one was killed over it', async () => {
  await enqueue('x');
  const worker = fork(fileURLToPath(new URL('worker-process.mjs', import.meta.url)), [running.databaseUrl]);
  const [message] = (await once(worker, 'message')) as [string];
  expect(message).toBe('working');
  // While it lives, nobody else takes the job.
  expect(await jobs.runPending()).toBe(0);
  worker.kill('SIGKILL');
  await once(worker, 'exit');
  await expect.poll(() => jobs.runPending(), { timeout: 20_000 }).toBe(1);
  expect(done).toEqual(['x']);
  expect(await running.query('SELECT attempts FROM job')).toEqual([{ attempts: 2 }]);
});
