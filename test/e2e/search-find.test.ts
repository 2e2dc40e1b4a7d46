import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BestBetService } from '../../src/modules/search/preference/best-bet.service.js';
import { DatasetInput, RecordWriter } from '../../src/modules/catalog/index.js';
import { OPERATOR } from '../../src/modules/identity/index.js';
import { check } from '../../src/modules/kernel/field/index.js';
import { OutboxDispatcher } from '../../src/modules/platform/outbox/index.js';
import { type FindQuestion, SearchInput, SearchService } from '../../src/modules/search/index.js';
import { createTestApplication, type TestApplication } from '../support/test-application.js';

let running: TestApplication;
let service: SearchService;

beforeAll(async () => {
  running = await createTestApplication();
  service = running.app.get(SearchService);
  const titles = ['住房公积金提取信息', '住房公积金缴存信息', '公交线路信息', '公共厕所名录', '公厕清扫记录', '公积金网点与公交线路'];
  const records = titles.map((title, index) => ({
    kind: 'dataset' as const,
    input: check(DatasetInput, {
      identifier: `find-${index}`,
      title,
      abstract: title,
      provider: '某局',
      keywords: index % 2 === 0 ? ['便民', '民生'] : ['民生'],
      ...(index < 2 ? { license: '开放许可' } : {}),
      publishedOn: `202${index}-01-01`,
    }).instance,
  }));
  await running.app.get(RecordWriter).upsert(records, { actor: 'test', requestId: null });
  await running.app.get(OutboxDispatcher).drain();
});
afterAll(() => running.close());

const find = (change: Partial<FindQuestion> = {}) =>
  service.find({ q: '', sort: 'relevance', offset: 0, limit: 20, facets: [], ...change });

describe('finding for surfaces that page by number', () => {
  it.each(['公积金', '公厕', 'gongjijin', '公积进', '"公交线路"', '"线路公积金"', '公交 飞艇', '公积金 -提取', 'kind:dataset', '', '？！'])(
    'understands %j as the search box does',
    async (q) => {
      const { hits, total } = await service.search(Object.assign(new SearchInput(), { q }));
      const found = await find({ q });
      expect(found.identifiers).toEqual(hits.map(({ identifier }) => identifier));
      expect(found.total).toBe(total.value);
      expect((await find({ q, limit: 0 })).total).toBe(total.value);
      expect((await find({ q, offset: 1, limit: 2 })).identifiers).toEqual(found.identifiers.slice(1, 3));
    },
  );

  it('finds everything that the conditions allow', async () => {
    const found = await find({
      where: { all: [{ field: 'keyword', is: ['便民'] }, { not: { field: 'license', exists: true } }] },
      sort: { by: 'publishedOn', descending: true },
      facets: ['keyword', 'license'],
      facetLimit: 1,
    });
    expect(found).toEqual({ total: 2, identifiers: ['find-4', 'find-2'], facets: { keyword: [{ value: '便民', count: 2 }], license: [] } });
  });

  it('knows when a record came and changed', async () => {
    const now = new Date().toISOString();
    expect((await find({ where: { field: 'createdAt', to: now } })).total).toBe(6);
    expect((await find({ where: { field: 'updatedAt', from: '2999-01-01T00:00:00Z' } })).total).toBe(0);
  });

  it('follows what editors prefer, within the condition', async () => {
    const bestBets = running.app.get(BestBetService);
    await bestBets.set({ query: '公积金', pinned: ['find-2'], buried: [] }, OPERATOR, null);
    expect((await find({ q: '公积金' })).identifiers[0]).toBe('find-2');
    expect((await find({ q: '公积金', where: { field: 'license', exists: true } })).identifiers.sort()).toEqual(['find-0', 'find-1']);
  });

  it('refuses what is too much', async () => {
    await expect(find({ limit: 1001 })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(find({ where: { field: 'publishedOn', from: 'x' } })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});
