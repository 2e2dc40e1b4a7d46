import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import request from 'supertest';
import { afterEach, describe, expect } from 'vitest';
import { DatasetInput, RecordWriter } from '../../src/modules/catalog/index.js';
import { check } from '../../src/modules/kernel/field/index.js';
import type { Config } from '../../src/modules/platform/config/index.js';
import { OutboxDispatcher } from '../../src/modules/platform/outbox/index.js';
import { SearchIndexer } from '../../src/modules/search/index.js';
import { type ElasticsearchOptions, ElasticsearchServer, whyNoElasticsearch } from '../support/elasticsearch-server.js';
import { createTestApplication, type TestApplication } from '../support/test-application.js';

const missing = whyNoElasticsearch();
if (missing !== undefined && process.env.CI === 'true') throw new Error(missing);

/** Tests that need a real Elasticsearch; each application has an index of its own on it. */
export const withElasticsearch = describe.skipIf(missing !== undefined);
export const PATIENCE = { timeout: 240_000 };

const ends: (() => Promise<unknown>)[] = [];

/** What was begun in a test and ends with it, the last first. */
export function later<T>(made: T, end: (made: T) => Promise<unknown>): T {
  ends.push(() => end(made));
  return made;
}

export function endAfterEach(): void {
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });
}

/** A server of this test alone, for one that needs other settings. */
export const serve = async (options: ElasticsearchOptions = {}) =>
  later(await ElasticsearchServer.start(options), (server) => server.stop());

export const application = async (elasticsearchUrl: string, settings: Partial<Config> = {}) =>
  later(
    await createTestApplication({ elasticsearchUrl, elasticsearchIndex: `t${randomBytes(4).toString('hex')}`, ...settings }),
    (running) => running.close(),
  );

export const input = (identifier: string, title: string, body = ''): DatasetInput => {
  const { instance, errors } = check(DatasetInput, {
    identifier,
    title,
    abstract: `${title}的说明。${body}`,
    provider: '市水务局',
    publishedOn: '2025-03-01',
  });
  expect(errors).toEqual([]);
  return instance;
};
export const writing = { actor: 'fault-test', requestId: null };
export const write = async ({ app }: TestApplication, from: number, to: number, word: string) => {
  const records = Array.from({ length: to - from }, (_, index) => ({
    kind: 'dataset' as const,
    input: input(`w-${from + index}`, `水文站${word}监测记录`),
  }));
  const outcomes = await app.get(RecordWriter).upsert(records, writing);
  expect(outcomes.every(({ result }) => result !== 'rejected')).toBe(true);
};
export const total = async ({ app }: TestApplication, q: string) => {
  const answer = await request(app.getHttpServer()).get('/api/v1/search').query({ q, limit: 1 });
  return { status: answer.status, total: (answer.body as { total?: { value: number } }).total?.value };
};
export const drain = ({ app }: TestApplication, progress?: () => void) => app.get(OutboxDispatcher).drain(progress);
export const healthy = async (running: TestApplication, q: string, expected: number) => {
  await drain(running);
  const difference = await running.app.get(SearchIndexer).compare();
  expect(difference).toEqual({ missing: [], stale: [], surplus: [] });
  expect(await total(running, q)).toEqual({ status: 200, total: expected });
};
/** Asks all the time; the statuses and totals that were seen. */
export const watch = (running: TestApplication, q: string) => {
  const seen = { statuses: new Set<number>(), totals: [] as number[] };
  let on = true;
  const asking = (async () => {
    while (on) {
      const { status, total: found } = await total(running, q);
      seen.statuses.add(status);
      if (found !== undefined) seen.totals.push(found);
      // The machine has other work than being watched.
      await setTimeout(20);
    }
  })();
  return {
    seen,
    async end() {
      on = false;
      await asking;
      expect(seen.statuses).not.toContain(500);
      return seen;
    },
  };
};

/** The guard waits a moment before it tries a server that was away. */
export const comesBack = async (running: TestApplication) => {
  await expect.poll(async () => (await total(running, '水文站')).status, { timeout: 120_000, interval: 200 }).toBe(200);
};
