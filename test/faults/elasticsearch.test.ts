import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import request from 'supertest';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createApplication } from '../../src/application.js';
import { RecordWriter, DatasetInput } from '../../src/modules/catalog/index.js';
import { check } from '../../src/modules/kernel/field/index.js';
import type { Config } from '../../src/modules/platform/config/index.js';
import { Log } from '../../src/modules/platform/logging/index.js';
import { OutboxDispatcher } from '../../src/modules/platform/outbox/index.js';
import { isEqual, ParkedEntryRepository, SearchIndexer } from '../../src/modules/search/index.js';
import { openRuntime } from '../../src/runtime.js';
import { type ElasticsearchOptions, ElasticsearchServer, startCluster, whyNoElasticsearch } from '../support/elasticsearch-server.js';
import { TcpProxy } from '../support/tcp-proxy.js';
import { createTestApplication, type TestApplication } from '../support/test-application.js';

const missing = whyNoElasticsearch();
if (missing !== undefined && process.env.CI === 'true') throw new Error(missing);

describe.skipIf(missing !== undefined)('With a real Elasticsearch', { timeout: 240_000 }, () => {
  const ends: (() => Promise<unknown>)[] = [];
  const later = <T>(made: T, end: (made: T) => Promise<unknown>): T => {
    ends.push(() => end(made));
    return made;
  };
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });

  const serve = async (options: ElasticsearchOptions = {}) => later(await ElasticsearchServer.start(options), (server) => server.stop());
  const application = async (elasticsearchUrl: string, settings: Partial<Config> = {}) =>
    later(
      await createTestApplication({ elasticsearchUrl, elasticsearchIndex: `t${randomBytes(4).toString('hex')}`, ...settings }),
      (running) => running.close(),
    );

  const input = (identifier: string, title: string, body = ''): DatasetInput => {
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
  const writing = { actor: 'fault-test', requestId: null };
  const write = async ({ app }: TestApplication, from: number, to: number, word: string) => {
    const records = Array.from({ length: to - from }, (_, index) => ({
      kind: 'dataset' as const,
      input: input(`w-${from + index}`, `水文站${word}监测记录`),
    }));
    const outcomes = await app.get(RecordWriter).upsert(records, writing);
    expect(outcomes.every(({ result }) => result !== 'rejected')).toBe(true);
  };
  const total = async ({ app }: TestApplication, q: string) => {
    const answer = await request(app.getHttpServer()).get('/api/v1/search').query({ q, limit: 1 });
    return { status: answer.status, total: (answer.body as { total?: { value: number } }).total?.value };
  };
  const drain = ({ app }: TestApplication, progress?: () => void) => app.get(OutboxDispatcher).drain(progress);
  const healthy = async (running: TestApplication, q: string, expected: number) => {
    await drain(running);
    const difference = await running.app.get(SearchIndexer).compare();
    expect(difference).toEqual({ missing: [], stale: [], surplus: [] });
    expect(await total(running, q)).toEqual({ status: 200, total: expected });
  };
  /** Asks all the time; the statuses and totals that were seen. */
  const watch = (running: TestApplication, q: string) => {
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

  it('loses nothing when the server is killed during a bulk, and answers 503 until it is back', async () => {
    const server = await serve();
    const running = await application(server.url);
    await running.app.get(SearchIndexer).prepare();
    await write(running, 0, 1500, '甲');
    let killed: Promise<void> | undefined;
    await expect(
      drain(running, () => {
        killed ??= server.kill();
      }),
    ).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await killed;
    const away = await request(running.app.getHttpServer()).get('/api/v1/search?q=水文站');
    expect(away.status).toBe(503);
    expect(away.headers).toMatchObject({ 'content-type': expect.stringContaining('problem+json') as string, 'retry-after': '5' });
    await write(running, 1500, 1510, '甲');
    expect((await request(running.app.getHttpServer()).get('/api/v1/datasets/w-1505')).status).toBe(200);
    const page = await request(running.app.getHttpServer()).get('/search?q=水文站').set('Accept', 'text/html');
    expect([page.status, page.text.includes('检索服务暂时不可用')]).toEqual([503, true]);
    await server.launch();
    await comesBack(running);
    await healthy(running, '水文站', 1510);
  });

  /** The guard waits a moment before it tries a server that was away. */
  const comesBack = async (running: TestApplication) => {
    await expect.poll(async () => (await total(running, '水文站')).status, { timeout: 120_000, interval: 200 }).toBe(200);
  };

  it('catches up by itself after a restart', async () => {
    const server = await serve();
    const running = await application(server.url);
    running.app.get(OutboxDispatcher).start();
    running.app.get(SearchIndexer).start();
    await write(running, 0, 50, '乙');
    await running.app.get(SearchIndexer).prepare();
    await running.app.get(OutboxDispatcher).caughtUp();
    const watching = watch(running, '水文站');
    await server.kill();
    await write(running, 50, 120, '乙');
    await server.launch();
    await expect.poll(async () => (await total(running, '水文站')).total, { timeout: 120_000, interval: 200 }).toBe(120);
    await watching.end();
    await healthy(running, '水文站', 120);
  });

  it('fills the index by itself when the server is killed during the first filling', async () => {
    const server = await serve();
    const running = await application(server.url);
    await write(running, 0, 1200, '癸');
    const indexer = running.app.get(SearchIndexer);
    let killed: Promise<void> | undefined;
    const reindex = indexer.reindex.bind(indexer);
    vi.spyOn(indexer, 'reindex').mockImplementation((progress) =>
      reindex((done) => {
        killed ??= server.kill();
        progress?.(done);
      }),
    );
    await expect(indexer.prepare()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await killed;
    indexer.start();
    await server.launch();
    await expect.poll(async () => (await total(running, '水文站')).total, { timeout: 100_000, interval: 500 }).toBe(1200);
    await healthy(running, '水文站', 1200);
  });

  it('goes back to the index before, with what was written since', async () => {
    const server = await serve();
    const running = await application(server.url);
    const indexer = running.app.get(SearchIndexer);
    await write(running, 0, 30, '子');
    await drain(running);
    await indexer.reindex();
    await indexer.reindex();
    await write(running, 30, 50, '子');
    await drain(running);
    const watching = watch(running, '水文站');
    expect(await indexer.goBack()).toBe(true);
    const { totals } = await watching.end();
    expect(totals.every((found) => found >= 30)).toBe(true);
    await healthy(running, '水文站', 50);
  });

  it('sends less at once when the server rejects', async () => {
    const server = await serve({ settings: { 'indexing_pressure.memory.limit': '60kb' } });
    const running = await application(server.url);
    await write(running, 0, 400, '丙');
    const watching = watch(running, '水文站');
    await healthy(running, '水文站', 400);
    expect(await rejections(server.url)).toBeGreaterThan(0);
    await watching.end();
  });

  const rejections = async (url: string): Promise<number> => {
    const answer = (await (await fetch(`${url}/_nodes/stats/indexing_pressure`)).json()) as {
      nodes: Record<string, { indexing_pressure: { memory: { total: Record<string, number> } } }>;
    };
    return Object.values(answer.nodes).reduce(
      (sum, { indexing_pressure: pressure }) =>
        sum + pressure.memory.total.coordinating_rejections! + pressure.memory.total.primary_rejections!,
      0,
    );
  };

  it('does not wait for a stalled connection for ever', async () => {
    const server = await serve();
    const proxy = later(await TcpProxy.before(Number(new URL(server.url).port)), (made) => made.close());
    const running = await application(proxy.url);
    await write(running, 0, 30, '丁');
    await drain(running);
    proxy.stalled = true;
    await write(running, 30, 40, '丁');
    expect(await total(running, '水文站')).toMatchObject({ status: 503 });
    proxy.stalled = false;
    await comesBack(running);
    await healthy(running, '水文站', 40);
  });

  it('parks a record that cannot be indexed, says why, and lets the others through', async () => {
    const server = await serve({ settings: { 'http.max_content_length': '32kb' } });
    const running = await application(server.url);
    const huge = Array.from({ length: 2_500 }, (_, index) => `测${index}点`).join('，');
    await running.app.get(RecordWriter).upsert([{ kind: 'dataset', input: input('w-huge', '水文站超长记录', huge) }], writing);
    await write(running, 0, 20, '戊');
    await healthy(running, '水文站', 20);
    const parked = await running.app.get(ParkedEntryRepository).list();
    expect(parked).toEqual([expect.objectContaining({ identifier: 'w-huge', reason: expect.stringContaining('413') as string })]);
    expect((await request(running.app.getHttpServer()).get('/metrics')).text).toMatch(/haozhao_search_parked_records 1\n/);
    await running.app.get(RecordWriter).upsert([{ kind: 'dataset', input: input('w-huge', '水文站短记录') }], writing);
    await healthy(running, '水文站', 21);
    expect(await running.app.get(ParkedEntryRepository).list()).toEqual([]);
  });

  it('waits while the disk is too full to write, and still finds', async () => {
    const server = await serve({ settings: { 'cluster.info.update.interval': '10s' } });
    const running = await application(server.url);
    await write(running, 0, 30, '己');
    await drain(running);
    const watermark = (value: string | null) =>
      fetch(`${server.url}/_cluster/settings`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          persistent: Object.fromEntries(
            ['low', 'high', 'flood_stage'].map((level) => [`cluster.routing.allocation.disk.watermark.${level}`, value]),
          ),
        }),
      });
    expect((await watermark('100000gb')).status).toBe(200);
    const blocked = async () => (await (await fetch(`${server.url}/_all/_settings`)).text()).includes('read_only_allow_delete');
    await expect.poll(blocked, { timeout: 120_000, interval: 500 }).toBe(true);
    await write(running, 30, 40, '己');
    await expect(drain(running)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(await total(running, '水文站')).toMatchObject({ status: 200 });
    expect((await watermark(null)).status).toBe(200);
    await expect.poll(blocked, { timeout: 120_000, interval: 500 }).toBe(false);
    await comesBack(running);
    await healthy(running, '水文站', 40);
  });

  it('rebuilds while records are written, changed and withdrawn, and readers never see fewer', async () => {
    const server = await serve();
    const running = await application(server.url);
    await write(running, 0, 800, '庚');
    await drain(running);
    running.app.get(OutboxDispatcher).start();
    const watching = watch(running, '水文站');
    let writingOn = true;
    let next = 800;
    const changing = (async () => {
      while (writingOn) {
        await write(running, next, next + 5, '庚');
        await write(running, next - 400, next - 395, '辛');
        next += 5;
      }
    })();
    const withdrawn = Array.from({ length: 20 }, (_, index) => `extra-${index}`);
    await running.app.get(RecordWriter).upsert(
      withdrawn.map((identifier) => ({ kind: 'dataset' as const, input: input(identifier, '将撤的雨量站') })),
      writing,
    );
    const rebuilding = running.app.get(SearchIndexer).reindex();
    for (const identifier of withdrawn) await running.app.get(RecordWriter).withdraw('dataset', identifier, 1, '测试撤回', writing);
    await rebuilding;
    await running.app.get(SearchIndexer).reindex();
    writingOn = false;
    await changing;
    const { totals } = await watching.end();
    expect(totals.every((count, index) => index === 0 || count >= totals[index - 1]!)).toBe(true);
    await healthy(running, '水文站', next);
    expect((await total(running, '雨量站')).total).toBe(0);
  });

  it('stays right when two processes serve the same outbox', async () => {
    const server = await serve();
    const running = await application(server.url);
    const second = await openRuntime(running.config, 'command');
    later(second, (runtime) => runtime.close());
    const other = later(await createApplication(running.config, second, new Log('silent')), (app) => app.close());
    for (const app of [running.app, other]) {
      app.get(OutboxDispatcher).start();
      app.get(SearchIndexer).start();
    }
    for (let round = 0; round < 6; round++) await write(running, 0, 200, `第${round}轮`);
    await running.app.get(OutboxDispatcher).caughtUp();
    await healthy(running, '水文站', 200);
    expect(isEqual(await other.get(SearchIndexer).compare())).toBe(true);
  });

  it('goes on with two of three nodes', async () => {
    const nodes = await startCluster(3, { heapMb: 300 });
    for (const node of nodes) later(node, (made) => made.stop());
    const running = await application(nodes.map(({ url }) => url).join(','));
    await write(running, 0, 100, '壬');
    await drain(running);
    const health = (node: ElasticsearchServer) => fetch(`${node.url}/_cluster/health?wait_for_status=green&wait_for_nodes=3&timeout=60s`);
    expect((await health(nodes[0]!)).status).toBe(200);
    const watching = watch(running, '水文站');
    await nodes[await primaryOf(nodes)]!.kill();
    await write(running, 100, 150, '壬');
    await expect
      .poll(
        async () =>
          drain(running).then(
            async () => (await total(running, '水文站')).total,
            () => undefined,
          ),
        { timeout: 90_000, interval: 500 },
      )
      .toBe(150);
    await watching.end();
    await healthy(running, '水文站', 150);
  });

  const primaryOf = async (nodes: ElasticsearchServer[]): Promise<number> => {
    const shards = (await (await fetch(`${nodes[0]!.url}/_cat/shards/t*-records-*?format=json`)).json()) as {
      prirep: string;
      node: string;
    }[];
    const node = shards.find(({ prirep }) => prirep === 'p')!.node;
    return Number(node.replace('node-', ''));
  };

  describe('and security on', () => {
    let server: ElasticsearchServer;
    beforeAll(async () => {
      server = await ElasticsearchServer.start({ security: true });
    });
    afterAll(() => server.stop());

    it('speaks TLS with a password, and answers 503 when it is not let in', async () => {
      const prefix = `t${randomBytes(4).toString('hex')}`;
      const credentials = {
        elasticsearchCa: server.ca,
        elasticsearchUsername: 'elastic',
        elasticsearchPassword: server.password,
        elasticsearchIndex: prefix,
      };
      const running = await application(server.url, credentials);
      await write(running, 0, 10, '癸');
      await healthy(running, '水文站', 10);
      const wrong = await application(server.url, { ...credentials, elasticsearchPassword: 'wrong' });
      expect(await total(wrong, '水文站')).toMatchObject({ status: 503 });
    });
  });
});
