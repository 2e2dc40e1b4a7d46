import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ApiKeyService, OPERATOR } from '../../../src/modules/identity/index.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';

let running: TestApplication;
const api = () => request(running.app.getHttpServer());
const issue = (application: string) => api().post('/api/v1/data-keys').send({ application });

beforeAll(async () => {
  running = await createTestApplication();
});
afterAll(() => running.close());

it('gives a key at once, keeps only its hash, and shows it by either header', async () => {
  const { body, headers } = await issue('公交到站提醒').expect(201);
  const { key, ...rest } = body as { key: string };
  expect(key).toMatch(/^hzd_[\w-]{43}$/);
  expect(headers['cache-control']).toBe('no-store');
  expect(JSON.stringify(await running.query('SELECT * FROM data_key'))).not.toContain(key);
  for (const header of [{ 'X-API-Key': key }, { Authorization: `Bearer ${key}` }])
    expect((await api().get('/api/v1/data-keys/current').set(header).expect(200)).body).toEqual(rest);
});

it('says that a key is missing, unknown or of another kind', async () => {
  const { body } = await api().get('/api/v1/data-keys/current').expect(401);
  expect((body as { detail: string }).detail).toContain('X-API-Key');
  await api().get('/api/v1/data-keys/current').set('X-API-Key', 'hzd_unknown').expect(401);
  const key = await running.app.get(ApiKeyService).create({ name: '甲局系统', scopes: ['search.explain'] }, OPERATOR);
  await api().get('/api/v1/data-keys/current').set('X-API-Key', key).expect(401);
  expect((await issue('').expect(422)).body).toMatchObject({ errors: [{ field: 'application' }] });
});

it('minds a wrong key where data is read, and nowhere else', async () => {
  await api().get('/api/v1/datasets/none/tables').expect(404);
  await api().get('/api/v1/datasets/none/tables').set('X-API-Key', 'hzd_unknown').expect(401);
  await api().get('/api/v1/search').set('X-API-Key', 'hzd_unknown').expect(200);
});

it('what is answered to a key stands in no shared cache', async () => {
  const { key } = (await issue('缓存').expect(201)).body as { key: string };
  expect((await api().get('/api/v1/vocabularies').set('X-API-Key', key)).headers['cache-control'] ?? '').not.toContain('public');
});

it('is good no longer once it is given up, whatever was remembered', async () => {
  const { key } = (await issue('短暂').expect(201)).body as { key: string };
  const header = { 'X-API-Key': key };
  await api().get('/api/v1/data-keys/current').set(header).expect(200);
  await api().delete('/api/v1/data-keys/current').set(header).expect(204);
  await api().get('/api/v1/data-keys/current').set(header).expect(401);
});

it('works by GraphQL', async () => {
  const made = await api().post('/graphql').send({ query: 'mutation { createDataKey(input: { application: "图" }) { key prefix } }' });
  const { key, prefix } = (made.body as { data: { createDataKey: { key: string; prefix: string } } }).data.createDataKey;
  const ask = (query: string) => api().post('/graphql').set('X-API-Key', key).send({ query });
  expect((await ask('{ dataKey { application prefix } }')).body).toEqual({ data: { dataKey: { application: '图', prefix } } });
  expect((await ask('mutation { revokeDataKey { prefix } }')).body).toEqual({ data: { revokeDataKey: { prefix } } });
  expect((await ask('{ dataKey { application } }')).body).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
});

it('gives at most five keys a day to one address, and keeps no address', async () => {
  const before = (await running.query('SELECT FROM data_key')).length;
  for (let made = before; made < 5; made++) await issue('又一个').expect(201);
  const refused = await issue('第六个').expect(429);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(await running.query('SELECT FROM data_key')).toHaveLength(5);
  expect(JSON.stringify(await running.query('SELECT * FROM data_key_issue'))).not.toContain('127.0.0.1');
});
