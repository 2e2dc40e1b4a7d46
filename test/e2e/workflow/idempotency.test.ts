import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DepartmentService } from '../../../src/modules/department/index.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { type Person, personWith } from '../access/people.js';

let running: TestApplication;
let editor: Person;
let other: Person;

const api = () => request(running.app.getHttpServer());
const as = ({ token }: Person) => ({ Authorization: `Bearer ${token}` });

const draft = (identifier: string, title = '关于开放社区食堂的通知') => ({
  document: {
    identifier,
    title,
    abstract: '时间和补贴',
    issuer: ['甲局'],
    writtenOn: '2026-11-20',
    publicity: '主动公开',
    body: '每日三餐。',
  },
});

const create = (key: string, body: object, person = editor) =>
  api().post('/api/v1/submissions').set(as(person)).set('Idempotency-Key', key).send(body);

const submissionsOf = async (identifier: string) =>
  (await running.query<{ count: string }>('SELECT count(*) FROM submission WHERE identifier = $1', [identifier]))[0]!.count;

beforeAll(async () => {
  running = await createTestApplication();
  await running.app.get(DepartmentService).register([{ code: 'a', name: '甲局', registered: true }]);
  editor = await personWith(running, 'once.editor', [{ role: 'editor', department: 'a' }]);
  other = await personWith(running, 'once.other', [{ role: 'editor', department: 'a' }]);
}, 120_000);
afterAll(() => running.close());

it('the same request again gets the same answer and does nothing', async () => {
  const first = await create('k1', draft('once-1')).expect(201);
  const again = await create('"k1"', draft('once-1')).expect(201);
  expect(again.body).toEqual(first.body);
  expect(again.headers.etag).toBe(first.headers.etag);
  expect(again.headers['idempotent-replayed']).toBe('true');
  expect(first.headers['idempotent-replayed']).toBeUndefined();
  expect(await submissionsOf('once-1')).toBe('1');
});

it('a step sent again is not refused as stale', async () => {
  const { body } = await create('k2', draft('once-2')).expect(201);
  const submit = () =>
    api()
      .post(`/api/v1/submissions/${(body as { id: string }).id}/submission`)
      .set(as(editor))
      .set('If-Match', '"r1"')
      .set('Idempotency-Key', 'k2-submit')
      .send({});
  const first = await submit().expect(200);
  expect((await submit().expect(200)).body).toEqual(first.body);
  await submit().set('Idempotency-Key', 'k2-other').expect(409);
});

it('a key belongs to one request of one caller', async () => {
  await create('k3', draft('once-3')).expect(201);
  const { body } = await create('k3', draft('once-3', '另一个标题的通知')).expect(422);
  expect(body).toMatchObject({ errors: [{ field: 'Idempotency-Key' }] });
  await create('k3', draft('once-3b'), other).expect(201);
});

it('a refused request frees its key', async () => {
  await create('k4', { document: { ...draft('once-4').document, issuer: ['乙局'] } }).expect(422);
  await create('k4', draft('once-4')).expect(201);
});

it('fifty at once make one', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => create('k5', draft('once-5'))));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(answers.some(({ status }) => status === 409) ? [201, 409] : [201]));
  expect(answers.filter(({ status, headers }) => status === 201 && !headers['idempotent-replayed'])).toHaveLength(1);
  expect(await submissionsOf('once-5')).toBe('1');
});

it('work whose answer was lost is not done again', async () => {
  await create('k6', draft('once-6')).expect(201);
  await running.query(`UPDATE idempotency_key SET answer = NULL WHERE key = 'k6'`);
  const { body } = await create('k6', draft('once-6')).expect(409);
  expect((body as { detail: string }).detail).toContain('已经办理完毕');
  expect(await submissionsOf('once-6')).toBe('1');
});

it('an attempt that died before it committed is taken over, and cannot commit any more', async () => {
  await running.query(
    `INSERT INTO idempotency_key (participant, key, fingerprint, run, started_at)
       SELECT participant, 'k7', fingerprint, 'dead', now() - interval '61 seconds' FROM idempotency_key WHERE key = 'k1'`,
  );
  // The first request of all again, under the key of the attempt that died.
  await api()
    .delete(`/api/v1/submissions/${await idOf('once-1')}`)
    .set(as(editor))
    .set('If-Match', '"r1"')
    .expect(204);
  await create('k7', draft('once-1')).expect(201);
  expect(await submissionsOf('once-1')).toBe('2');
});

const idOf = async (identifier: string) =>
  (await running.query<{ id: string }>('SELECT id FROM submission WHERE identifier = $1', [identifier]))[0]!.id;

it.each(['', 'a b', 'x'.repeat(201)])('%j is no key', async (key) => {
  await create(key, draft('once-8')).expect(400);
});

it('GraphQL: a mutation sent again gets the same answer', async () => {
  const query = `mutation($input: SubmissionInput!) { one: createSubmission(input: $input) { id version state dueOn } }`;
  const send = () =>
    api()
      .post('/graphql')
      .set(as(editor))
      .set('Idempotency-Key', 'k9')
      .send({ query, variables: { input: draft('once-9') } })
      .expect(200);
  const first = await send();
  expect(first.body).toMatchObject({ data: { one: { version: 1, state: 'draft' } } });
  expect((await send()).body).toEqual(first.body);
  expect(await submissionsOf('once-9')).toBe('1');
});
