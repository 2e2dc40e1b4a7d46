import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApplication } from '../../src/application.js';
import { RecordWriter } from '../../src/modules/catalog/index.js';
import { Log } from '../../src/modules/platform/logging/index.js';
import { OutboxDispatcher } from '../../src/modules/platform/outbox/index.js';
import { isEqual, SearchIndexer } from '../../src/modules/search/index.js';
import { openRuntime } from '../../src/runtime.js';
import { ElasticsearchServer } from '../support/elasticsearch-server.js';
import {
  application,
  comesBack,
  drain,
  endAfterEach,
  healthy,
  input,
  later,
  PATIENCE,
  total,
  watch,
  withElasticsearch,
  write,
  writing,
} from './elasticsearch-faults.js';

withElasticsearch('With an Elasticsearch that is written from several sides', PATIENCE, () => {
  endAfterEach();
  /** One for all tests here: who kills it starts it again, and every application has an index of its own. */
  let server: ElasticsearchServer;
  beforeAll(async () => {
    // The disk is looked at as often as it can be.
    server = await ElasticsearchServer.start({ settings: { 'cluster.info.update.interval': '10s' } });
  });
  afterAll(() => server?.stop());

  it('goes back to the index before, with what was written since', async () => {
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

  it('rebuilds while records are written, changed and withdrawn, and readers never see fewer', async () => {
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

  it('waits while the disk is too full to write, and still finds', async () => {
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
});
