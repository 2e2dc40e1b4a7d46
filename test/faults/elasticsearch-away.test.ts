import request from 'supertest';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { OutboxDispatcher } from '../../src/modules/platform/outbox/index.js';
import { SearchIndexer } from '../../src/modules/search/index.js';
import { ElasticsearchServer } from '../support/elasticsearch-server.js';
import { TcpProxy } from '../support/tcp-proxy.js';
import {
  application,
  comesBack,
  drain,
  endAfterEach,
  healthy,
  later,
  PATIENCE,
  total,
  watch,
  withElasticsearch,
  write,
} from './elasticsearch-faults.js';

withElasticsearch('With an Elasticsearch that goes away', PATIENCE, () => {
  endAfterEach();
  /** One for all tests here: who kills it starts it again, and every application has an index of its own. */
  let server: ElasticsearchServer;
  beforeAll(async () => {
    server = await ElasticsearchServer.start();
  });
  afterAll(() => server?.stop());

  it('loses nothing when the server is killed during a bulk, and answers 503 until it is back', async () => {
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

  it('catches up by itself after a restart', async () => {
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

  it('does not wait for a stalled connection for ever', async () => {
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
});
