import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import request from 'supertest';
import { DatasetInput, RecordWriter } from '../../src/modules/catalog/index.js';
import { ApiKeyService, OPERATOR } from '../../src/modules/identity/index.js';
import { check } from '../../src/modules/kernel/field/index.js';
import { OutboxDispatcher } from '../../src/modules/platform/outbox/index.js';
import { UsageCounter } from '../../src/modules/search/index.js';
import { createTestApplication, type TestApplication } from '../support/test-application.js';

let running: TestApplication;
let key: string;
const http = () => request(running.app.getHttpServer());
const authorised = { Authorization: '' };

beforeAll(async () => {
  running = await createTestApplication({ searchStatistics: true });
  key = await running.app
    .get(ApiKeyService)
    .create({ name: '编辑', scopes: ['record.publishDirectly', 'search.explain', 'bestBet.write'] }, OPERATOR);
  authorised.Authorization = `Bearer ${key}`;
  const titles = { 'gjj-1': '住房公积金提取信息', 'gjj-2': '住房公积金缴存信息', 'bus-1': '公交线路信息' };
  const records = Object.entries(titles).map(([identifier, title]) => ({
    kind: 'dataset' as const,
    input: check(DatasetInput, { identifier, title, abstract: title, provider: '某局' }).instance,
  }));
  await running.app.get(RecordWriter).upsert(records, { actor: 'test', requestId: null });
  await running.app.get(OutboxDispatcher).drain();
});
afterAll(() => running.close());

interface Answer {
  hits: { identifier: string; pinned: boolean; score: number; explanation: { part: string; value: number }[] }[];
}
const search = async (query: Record<string, unknown>, headers: Record<string, string> = {}) =>
  (await http().get('/api/v1/search').query(query).set(headers).expect(200)).body as Answer;
const set = (body: object) => http().put('/api/v1/best-bets').set(authorised).send(body);

describe('best bets', () => {
  it('pin and bury for every typing of the query, and can be taken back', async () => {
    await set({ query: '公积金', pinned: ['bus-1'], buried: ['gjj-1'], note: '便民' }).expect(204);
    const { hits } = await search({ q: ' 公積金？' });
    expect(hits.map(({ identifier, pinned }) => [identifier, pinned])).toEqual([
      ['bus-1', true],
      ['gjj-2', false],
      ['gjj-1', false],
    ]);
    const page = await http().get('/search?q=公积金').set('Accept', 'text/html').expect(200);
    expect(page.text).toContain('推荐');
    const listed = await http().get('/api/v1/best-bets').set(authorised).expect(200);
    expect(listed.body).toMatchObject([{ query: '公积金', pinned: ['bus-1'], buried: ['gjj-1'], note: '便民', updatedBy: 'key:编辑' }]);
    await http().delete('/api/v1/best-bets').query({ query: '公積金' }).set(authorised).expect(204);
    expect((await search({ q: '公积金' })).hits.map(({ identifier }) => identifier)).not.toContain('bus-1');
    await http().delete('/api/v1/best-bets').query({ query: '公积金' }).set(authorised).expect(404);
    const events = await running.query<{ action: string; actor: string; object_id: string }>(
      `SELECT action, actor, object_id FROM audit_event WHERE object_type = 'bestBet' ORDER BY seq`,
    );
    expect(events).toEqual([
      { action: 'bestBet.set', actor: 'key:编辑', object_id: '公积金' },
      { action: 'bestBet.removed', actor: 'key:编辑', object_id: '公积金' },
    ]);
  });

  it.each([
    [{ query: '！？', pinned: ['gjj-1'] }, 'query'],
    [{ query: '公积金' }, 'pinned'],
    [{ query: '公积金', pinned: ['gjj-9'] }, 'pinned'],
    [{ query: '公积金', buried: ['gjj-9'] }, 'buried'],
    [{ query: '公积金', pinned: ['gjj-1'], buried: ['gjj-1'] }, 'buried'],
    [{ query: '公积金', pinned: 'gjj-1' }, 'pinned'],
    [{ pinned: ['gjj-1'] }, 'query'],
  ])('%j is refused and names the field', async (body, field) => {
    const { body: problem } = await set(body).expect(422);
    expect(JSON.stringify((problem as { errors: unknown }).errors)).toContain(`"${field}`);
    expect((await http().get('/api/v1/best-bets').set(authorised)).body).toEqual([]);
  });

  it('need a key', async () => {
    for (const answer of [
      http().get('/api/v1/best-bets'),
      http().put('/api/v1/best-bets').send({}),
      http().delete('/api/v1/best-bets?query=x'),
    ])
      expect((await answer).status).toBe(401);
  });
});

describe('quoted words', () => {
  it('are looked for one by one when they stand nowhere as quoted, which the answer and every page of it say', async () => {
    const ask = async (cursor?: string) =>
      (
        await http()
          .get('/api/v1/search')
          .query({ q: '“公积金线路信息”', limit: 1, ...(cursor ? { cursor } : {}) })
          .expect(200)
      ).body as Answer & {
        total: { value: number };
        relaxed: string[];
        nextCursor: string | null;
      };
    const first = await ask();
    expect(first.total.value).toBeGreaterThan(1);
    expect(first.relaxed[0]).toBe('“公积金线路信息”');
    const second = await ask(first.nextCursor!);
    expect(second.hits[0]!.identifier).not.toBe(first.hits[0]!.identifier);
    expect(second.total).toEqual(first.total);
    expect((await search({ q: '“公交线路”' })).hits.map(({ identifier }) => identifier)).toEqual(['bus-1']);
  });
});

describe('explain', () => {
  it('shows an administrator what a score is made of, and nobody else', async () => {
    const { hits } = await search({ q: '公积金', explain: true }, authorised);
    const sum = hits[0]!.explanation.reduce((total, { value }) => total + value, 0);
    expect(sum).toBeCloseTo(hits[0]!.score, 6);
    expect((await search({ q: '公积金' })).hits[0]!.explanation).toEqual([]);
    await http().get('/api/v1/search?q=公积金&explain=true').expect(401);
    const query = '{ search(q: "公积金", explain: true) { hits { explanation { part value } } } }';
    const refused = await http().post('/graphql').send({ query });
    expect(JSON.stringify(refused.body)).toContain('UNAUTHENTICATED');
    const answered = await http().post('/graphql').set(authorised).send({ query });
    expect(JSON.stringify(answered.body)).toContain('"part":"words"');
  });
});

describe('statistics', () => {
  const counted = () =>
    running.query<{ query: string; opened: boolean; count: number }>(
      'SELECT query, record_id <> 0 AS opened, sum(count)::int AS count FROM search_usage GROUP BY 1, 2 ORDER BY 1, 2',
    );

  it('count queries and opened results by day and nothing else, and never personal numbers', async () => {
    await running.app.get(UsageCounter).flush();
    await running.query('DELETE FROM search_usage');
    await search({ q: '公交线路' });
    await search({ q: '张三 13800138000' });
    await search({ q: '没有这样的东西吗鵸鵌' });
    for (const q of ['公交线路', '公交 線路', '110101199003074514'])
      await http().post('/api/v1/search/clicks').send({ q, identifier: 'bus-1' }).expect(204);
    await http().post('/api/v1/search/clicks').send({ q: '公交线路', identifier: 'none' }).expect(204);
    await running.app.get(UsageCounter).flush();
    expect(await counted()).toEqual([
      { query: '公交线路', opened: false, count: 1 },
      { query: '公交线路', opened: true, count: 2 },
    ]);
    await http().post('/api/v1/search/clicks').send({ q: 5 }).expect(422);
  });

  it('do not let one who repeats decide', async () => {
    for (let i = 0; i < 30; i++) await http().post('/api/v1/search/clicks').send({ q: '信息', identifier: 'bus-1' });
    await running.app.get(UsageCounter).flush();
    expect(await running.query('SELECT count FROM search_usage WHERE query_key = $1 AND record_id <> 0', ['信息'])).toEqual([{ count: 5 }]);
  });

  it('suggest what many ask, by characters, pinyin and initials, and raise what is opened', async () => {
    await running.query(
      `INSERT INTO search_usage (query_key, record_id, day, query, count) SELECT '住房补贴', 0, current_date, '住房补贴', 20`,
    );
    const [{ id }] = (await running.query<{ id: string }>(`SELECT id FROM record WHERE identifier = 'gjj-1'`)) as [{ id: string }];
    const before = (await search({ q: '住房公积金' })).hits.find(({ identifier }) => identifier === 'gjj-1')!.score;
    await running.query(
      `INSERT INTO search_usage (query_key, record_id, day, query, count) VALUES ('住房公积金', $1, current_date, '住房公积金', 40)`,
      [id],
    );
    await expect
      .poll(async () => (await search({ q: '住房公积金' })).hits.find(({ identifier }) => identifier === 'gjj-1')!.score, {
        timeout: 15_000,
        interval: 500,
      })
      .toBeGreaterThan(before + 0.1);
    for (const q of ['住房补', 'zhufangbu', 'zfbt']) {
      const { body } = await http().get('/api/v1/suggest').query({ q }).expect(200);
      expect((body as { suggestions: unknown[] }).suggestions[0]).toEqual({ text: '住房补贴', type: 'query', url: null });
    }
    const nothing = await http().get('/search?q=zzzzqqqq').set('Accept', 'text/html').expect(200);
    expect(nothing.text).toContain(`href="/search?q=${encodeURIComponent('住房补贴')}"`);
  });
});
