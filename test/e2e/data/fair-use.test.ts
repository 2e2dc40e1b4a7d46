import type { Response } from 'express';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { TableViewer } from '../../../src/modules/data/access/table-viewer.js';
import { BudgetSpent } from '../../../src/modules/data/fair-use/allowance.js';
import { BudgetRepository } from '../../../src/modules/data/fair-use/budget.repository.js';
import { FairUse } from '../../../src/modules/data/fair-use/fair-use.js';
import { Clock } from '../../../src/modules/kernel/clock.js';
import { Log } from '../../../src/modules/platform/logging/index.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { setClock } from '../../support/moved-clock.js';

const START = Date.UTC(2026, 0, 5);
const QUOTA = 60;
const BURST = 2 * QUOTA;

let running: TestApplication;
let processes: FairUse[];

const anonymous: TableViewer = { caller: 'ip:192.0.2.7' };
const withKey: TableViewer = { caller: 'key:data:1', key: { kind: 'data', id: '1', name: '应用' } };
const at = (seconds: number) => setClock(running, new Date(START + seconds * 1000).toISOString());

/** As many requests at once as are named, in turn by each process; answers how many went through. */
async function through(requests: number, units = 1, viewer = anonymous): Promise<number> {
  const asked = Array.from({ length: requests }, (_, index) => processes[index % processes.length]!.spend(viewer, units));
  return (await Promise.allSettled(asked)).filter(({ status }) => status === 'fulfilled').length;
}

beforeAll(async () => {
  running = await createTestApplication({ dataAnonymousUnits: QUOTA, dataKeyUnits: 600 });
});
beforeEach(async () => {
  await running.query('TRUNCATE data_budget');
  const { app, config } = running;
  processes = [1, 2, 3].map(() => new FairUse(app.get(BudgetRepository), config, app.get(Clock), app.get(Log)));
  at(0);
});
afterEach(() => Promise.all(processes.map((process) => process.beforeApplicationShutdown())));
afterAll(() => running.close());

it('lets no more through than one bucket has, however many processes spend at once', async () => {
  const passed = await through(3 * BURST);
  expect(passed).toBeLessThanOrEqual(BURST);
  // What a process leases and another would have used is a few units, no more.
  expect(passed).toBeGreaterThan(BURST - 10);
});

it('gives the burst and what flows in, no more, over a longer time', async () => {
  let passed = 0;
  const seconds = 90;
  for (let second = 0; second <= seconds; second++) {
    at(second);
    passed += await through(12);
  }
  expect(passed).toBeLessThanOrEqual(BURST + (QUOTA * seconds) / 60);
  expect(passed).toBeGreaterThan((BURST + (QUOTA * seconds) / 60) * 0.9);
});

it('gives back what was leased and not spent', async () => {
  for (let second = 0; second < 300; second += 3) {
    at(second);
    for (const process of processes) await process.spend(anonymous, 1);
  }
});

it('a slow clock of one process brings nobody more', async () => {
  at(100);
  await through(200);
  at(0);
  processes = [processes[1]!];
  expect(await through(100)).toBeLessThan(5);
});

it('a dear request costs more, and never more than a full bucket has', async () => {
  expect(await through(1, 1_000_000)).toBe(1);
  expect(await through(1, 2)).toBe(0);
});

it('says what is left and when to come again', async () => {
  const headers: Record<string, string> = {};
  const response = { headersSent: false, setHeader: (name: string, value: string) => (headers[name] = value) } as unknown as Response;
  await processes[0]!.charge(response, anonymous, BURST - 30);
  expect(headers).toEqual({ 'RateLimit-Policy': '"default";q=60;w=60', RateLimit: '"default";r=28;t=32' });
  const refused = (await processes[0]!.charge(response, anonymous, 40).catch((error: unknown) => error)) as BudgetSpent;
  expect(refused).toBeInstanceOf(BudgetSpent);
  expect(refused).toMatchObject({ code: 'TOO_MANY_REQUESTS', details: { retryAfter: 12 } });
  expect(refused.message).toContain('12 秒后重试');
  expect(headers.RateLimit).toBe('"default";r=28;t=32');
  at(12);
  await processes[0]!.charge(response, anonymous, 40);
});

it('a key has its own budget, whatever its address has used up', async () => {
  await through(3 * BURST);
  expect(await through(300, 1, withKey)).toBe(300);
});

it('keeps no address, and forgets callers who are gone', async () => {
  await through(3);
  const rows = await running.query<{ caller: string }>('SELECT caller FROM data_budget');
  expect(rows).toHaveLength(1);
  expect(rows[0]!.caller).toMatch(/^ip:[\w-]{22}$/);
  at(2 * 3600);
  await processes[0]!.spend(withKey, 1);
  await processes[0]!.beforeApplicationShutdown();
  expect(await running.query('SELECT FROM data_budget')).toHaveLength(1);
});

it('is off when it is set so', async () => {
  const { app, config } = running;
  const free = new FairUse(app.get(BudgetRepository), { ...config, dataAnonymousUnits: 0 } as typeof config, app.get(Clock), app.get(Log));
  processes = [free];
  expect(await through(500)).toBe(500);
  expect(await running.query('SELECT FROM data_budget')).toHaveLength(0);
});
