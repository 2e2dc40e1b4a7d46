import request from 'supertest';
import { expect, it } from 'vitest';
import { RecordWriter } from '../../src/modules/catalog/index.js';
import { ParkedEntryRepository } from '../../src/modules/search/index.js';
import {
  application,
  endAfterEach,
  healthy,
  input,
  PATIENCE,
  serve,
  watch,
  withElasticsearch,
  write,
  writing,
} from './elasticsearch-faults.js';

withElasticsearch('With an Elasticsearch that takes little at once', PATIENCE, () => {
  endAfterEach();
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
});
