import { afterAll, beforeAll, expect, it } from 'vitest';
import { UsageLog, UsageReader } from '../../../src/modules/data/index.js';
import { setClock } from '../../support/moved-clock.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { api, datasetWith, publishTables } from './data-fixture.js';

const TABLE = '/api/v1/datasets/d/tables/zhan_dian';
let running: TestApplication;
let key: Record<string, string>;

const flush = () => running.app.get(UsageLog).flush();
const usage = async (path = '/api/v1/datasets/d/usage', headers = {}) =>
  (await api(running).get(path).set(headers).expect(200)).body as object[];

beforeAll(async () => {
  running = await createTestApplication();
  setClock(running, '2026-05-08T02:00:00Z');
  await publishTables(running, [datasetWith('d', [], { resources: [{ title: '站点', path: '站点.csv' }] })], {
    '站点.csv': '站,数\n甲,1\n乙,2\n',
  });
  const { body } = await api(running).post('/api/v1/data-keys').send({ application: '换乘' }).expect(201);
  key = { 'X-API-Key': (body as { key: string }).key };
});
afterAll(() => running.close());

it('counts rows, exports and looks, with and without a key, and what failed not at all', async () => {
  await api(running).get(`${TABLE}/rows`).expect(200);
  await api(running).get(`${TABLE}/rows`).set(key).expect(200);
  await api(running).get(`${TABLE}/rows`).query({ where: '无此列 = 1' }).expect(400);
  await api(running).get(`${TABLE}/exports/csv`).set(key).expect(200);
  await api(running).get(`${TABLE}/exports/csv`).set('Range', 'bytes=0-3').expect(206);
  await api(running).get(`${TABLE}/exports/csv`).set('Range', 'bytes=4-5').expect(206);
  await api(running).head(`${TABLE}/exports/csv`).expect(200);
  await api(running).get(`${TABLE}/exports/csv`).query({ where: '数 = 1' }).expect(200);
  await api(running).get('/datasets/d/tables/zhan_dian').expect(200);
  await api(running).post('/graphql').send({ query: '{ dataset(identifier: "d") { table(name: "zhan_dian") { rows { __typename } } } }' });
  await flush();
  const day = { day: '2026-05-08', dataset: 'd', table: 'zhan_dian' };
  const [answer] = await usage();
  expect(answer).toMatchObject({ ...day, rows: 3, exports: 3, previews: 1, withKey: 2 });
  expect(await usage('/api/v1/data-keys/current/usage', key)).toEqual([{ ...day, rows: 1, exports: 1, previews: 0, withKey: 2 }]);
  await api(running).get('/api/v1/data-keys/current/usage').expect(401);
});

it('adds up over flushes, and tells days of China apart', async () => {
  setClock(running, '2026-05-09T15:59:00Z');
  await api(running).get(`${TABLE}/rows`).expect(200);
  await Promise.all([flush(), flush()]);
  setClock(running, '2026-05-09T16:00:00Z');
  await api(running).get(`${TABLE}/rows`).expect(200);
  await flush();
  await api(running).get(`${TABLE}/rows`).expect(200);
  await flush();
  expect(await usage('/api/v1/datasets/d/usage?from=2026-05-09&to=2026-05-10')).toMatchObject([
    { day: '2026-05-10', rows: 2 },
    { day: '2026-05-09', rows: 1 },
  ]);
});

it('tells which datasets are used most, in the thirty days before today', async () => {
  const mostUsed = () => running.app.get(UsageReader).mostUsed(5);
  setClock(running, '2026-05-09T15:00:00Z');
  expect(await mostUsed()).toEqual([{ identifier: 'd', title: expect.any(String) as string, uses: 7 }]);
  setClock(running, '2026-06-08T15:00:00Z');
  expect(await mostUsed()).toMatchObject([{ identifier: 'd', uses: 3 }]);
  setClock(running, '2026-06-11T15:00:00Z');
  expect(await mostUsed()).toEqual([]);
  setClock(running, '2026-05-09T16:00:00Z');
});

it('loses nothing while the database is away, nor when it stops', async () => {
  await running.query('ALTER TABLE data_usage RENAME TO data_usage_away');
  await api(running).get(`${TABLE}/rows`).expect(200);
  await flush();
  await running.query('ALTER TABLE data_usage_away RENAME TO data_usage');
  await running.app.get(UsageLog).beforeApplicationShutdown();
  expect(await usage('/api/v1/datasets/d/usage?from=2026-05-10&to=2026-05-10')).toMatchObject([{ rows: 3 }]);
});

it('says which days cannot be asked for, and works by GraphQL', async () => {
  for (const query of [{ from: '2026-05' }, { from: '2026-06-01' }, { from: '2020-01-01' }, { from: 'x' }])
    await api(running).get('/api/v1/datasets/d/usage').query(query).expect(400);
  await api(running).get('/api/v1/datasets/unknown/usage').expect(404);
  const ask = async (query: string, headers = {}) => (await api(running).post('/graphql').set(headers).send({ query })).body as object;
  expect(await ask('{ datasetUsage(identifier: "d", from: "2026-05-10") { day rows } }')).toEqual({
    data: { datasetUsage: [{ day: '2026-05-10', rows: 3 }] },
  });
  expect(await ask('{ dataKeyUsage(from: "2026-05-08") { exports } }', key)).toEqual({ data: { dataKeyUsage: [{ exports: 1 }] } });
});

it('keeps no address', async () => {
  const rows = await running.query('SELECT * FROM data_usage');
  expect(Object.keys(rows[0]!).sort()).toEqual(['day', 'keyed', 'kind', 'requests', 'table_id']);
});
