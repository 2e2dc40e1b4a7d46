import { afterAll, beforeAll, expect, it } from 'vitest';
import { Nightly } from '../../../src/modules/catalog/index.js';
import { DepartmentService } from '../../../src/modules/department/index.js';
import { AccountService, ApiKeyService, OPERATOR } from '../../../src/modules/identity/index.js';
import { Jobs } from '../../../src/modules/platform/job/index.js';
import { setClock } from '../../support/moved-clock.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { api, convertAll, datasetWith, publishTables } from './data-fixture.js';

const CONTACT = 'lab-office@example.edu.cn';
const APPLICATION = {
  organisation: '岚川大学交通研究所',
  contact: CONTACT,
  purpose: '研究公交线网的换乘效率',
  months: 12,
  acceptsTerms: true,
};
const APPLY = '/api/v1/datasets/closed/access-applications';
const ROWS = '/api/v1/datasets/closed/tables/xian_lu/rows';
const DECIDE = '/api/v1/access-applications';

let running: TestApplication;
/** Programs of departments a and b that may read and decide, and one of a that may only read. */
let ofA: Record<string, string>;
let ofB: Record<string, string>;
let readsA: Record<string, string>;

interface Answer {
  id: string;
  state: string;
  detail: string;
  dueOn: string;
  errors: { field: string }[];
}

async function newKey(application = '换乘研究'): Promise<Record<string, string>> {
  await running.query('DELETE FROM data_key_issue');
  const { body } = await api(running).post('/api/v1/data-keys').send({ application }).expect(201);
  return { 'X-API-Key': (body as { key: string }).key };
}
const apply = (key: Record<string, string>, change: object = {}) =>
  api(running)
    .post(APPLY)
    .set(key)
    .send({ ...APPLICATION, ...change });
const rowsFor = async (key: Record<string, string>): Promise<number> => (await api(running).get(ROWS).set(key)).status;
const refusalFor = async (key: Record<string, string>) => ((await api(running).get(ROWS).set(key).expect(403)).body as Answer).detail;
const decide = (key: Record<string, string>, id: string, step: string, body: object) =>
  api(running).post(`${DECIDE}/${id}/${step}`).set(key).send(body);

/** A key with a grant until a day. */
async function granted(expiresOn = '2027-05-07'): Promise<{ key: Record<string, string>; id: string }> {
  const key = await newKey();
  const { id } = (await apply(key).expect(201)).body as Answer;
  await decide(ofA, id, 'approval', { expiresOn }).expect(200);
  return { key, id };
}

/** Lets a night pass. */
async function night(instant: string): Promise<void> {
  setClock(running, instant);
  await running.app.get(Nightly).schedule();
  await running.app.get(Jobs).runPending();
}

beforeAll(async () => {
  running = await createTestApplication();
  setClock(running, '2026-05-08T02:00:00Z');
  await running.app.get(DepartmentService).register([
    { code: 'a', name: '甲局', registered: true },
    { code: 'b', name: '乙局', registered: true },
  ]);
  const csv = (rows: number) => `线路,里程\n${Array.from({ length: rows }, (_, row) => `${row + 1}路,${row}.5\n`).join('')}`;
  await publishTables(
    running,
    [
      datasetWith('closed', ['线路.csv'], { openness: '有条件开放', provider: '甲局', resources: [{ title: '线路', path: '线路.csv' }] }),
      datasetWith('open', ['站点.csv'], { provider: '甲局' }),
      datasetWith('never', [], { openness: '不予开放', provider: '甲局' }),
      datasetWith('nobodys', [], { openness: '有条件开放' }),
      ...Array.from({ length: 11 }, (_, number) => datasetWith(`more-${number + 1}`, [], { openness: '有条件开放', provider: '甲局' })),
    ],
    { '线路.csv': csv(3), '站点.csv': csv(2) },
  );
  await convertAll(running);
  const keys = running.app.get(ApiKeyService);
  const keyOf = async (name: string, department: string, scopes: ('access.read' | 'access.decide')[]) => ({
    Authorization: `Bearer ${await keys.create({ name, scopes, department }, OPERATOR)}`,
  });
  ofA = await keyOf('甲局系统', 'a', ['access.read', 'access.decide']);
  ofB = await keyOf('乙局系统', 'b', ['access.read', 'access.decide']);
  readsA = await keyOf('甲局看板', 'a', ['access.read']);
});
afterAll(() => running.close());

it('says how to apply to whoever has no grant', async () => {
  const { body } = await api(running).get(ROWS).expect(403);
  expect((body as Answer).detail).toContain(`POST ${APPLY}`);
  expect((body as Answer).detail).toContain('/datasets/closed/access');
  await api(running).post(APPLY).send(APPLICATION).expect(401);
  await api(running).post(APPLY).set(ofB).send(APPLICATION).expect(401);
});

it('names what is wrong with an application, and takes none for what cannot be granted', async () => {
  const key = await newKey();
  for (const [field, value] of [
    ['organisation', ''],
    ['contact', '张三'],
    ['purpose', '研究'],
    ['months', 37],
    ['acceptsTerms', false],
  ] as const)
    expect(((await apply(key, { [field]: value }).expect(422)).body as Answer).errors).toMatchObject([{ field }]);
  for (const [identifier, status] of [
    ['open', 409],
    ['never', 409],
    ['nobodys', 409],
    ['unknown', 404],
  ] as const)
    await api(running).post(`/api/v1/datasets/${identifier}/access-applications`).set(key).send(APPLICATION).expect(status);
});

it('goes from an application to rows for that key and for nobody else, until it is revoked', async () => {
  const key = await newKey();
  const other = await newKey();
  const made = await apply(key).expect(201);
  const { id, state, dueOn } = made.body as Answer;
  expect({ state, dueOn }).toEqual({ state: 'waiting', dueOn: '2026-05-21' });
  expect(made.headers.location).toBe(`${APPLY}/${id}`);
  await apply(key).expect(409);
  expect(await refusalFor(key)).toContain('正在办理');

  await api(running).get(`${APPLY}/${id}`).set(other).expect(404);
  await api(running).get(`${APPLY}/${id}`).expect(401);
  expect((await api(running).get('/api/v1/data-keys/current/access-applications').set(other).expect(200)).body).toEqual([]);

  await decide({}, id, 'approval', { expiresOn: '2027-05-07' }).expect(401);
  await decide(ofB, id, 'approval', { expiresOn: '2027-05-07' }).expect(404);
  await decide(readsA, id, 'approval', { expiresOn: '2027-05-07' }).expect(403);
  for (const expiresOn of ['2026-05-07', '2029-05-09', '2027-05'])
    expect(((await decide(ofA, id, 'approval', { expiresOn }).expect(422)).body as Answer).errors).toMatchObject([{ field: 'expiresOn' }]);
  expect(await rowsFor(key)).toBe(403);
  await decide(ofA, id, 'approval', { expiresOn: '2027-05-07', note: '只限研究' }).expect(200);
  await decide(ofA, id, 'rejection', { reason: '迟了' }).expect(409);

  const rows = await api(running).get(ROWS).set(key).expect(200);
  expect((rows.body as { rows: object[] }).rows).toHaveLength(3);
  expect(rows.headers['cache-control'] ?? '').not.toContain('public');
  for (const viewer of [{}, other, ofA, ofB]) expect(await rowsFor(viewer)).toBe(403);
  const tables = { query: '{ dataset(identifier: "closed") { tables { name } } }' };
  expect((await api(running).post('/graphql').set(key).send(tables)).body).toEqual({
    data: { dataset: { tables: [{ name: 'xian_lu' }] } },
  });
  expect((await api(running).post('/graphql').set(other).send(tables)).body).toEqual({ data: { dataset: { tables: [] } } });
  const own = (await api(running).get(`${APPLY}/${id}`).set(key).expect(200)).body as object;
  expect(own).toMatchObject({ state: 'approved', expiresOn: '2027-05-07', note: '只限研究' });

  await decide(ofB, id, 'revocation', { reason: '转给他人' }).expect(404);
  await decide(ofA, id, 'revocation', { reason: '转给他人' }).expect(200);
  expect(await refusalFor(key)).toContain('转给他人');
});

it('gives the files of the dataset to the same key only', async () => {
  const { key } = await granted();
  const file = `/api/v1/records/closed/resources/0/${encodeURIComponent('线路.csv')}`;
  const got = await api(running).get(file).set(key).expect(200);
  expect(got.headers['cache-control']).not.toContain('public');
  await api(running).get(file).expect(403);
  await api(running)
    .get(file)
    .set(await newKey())
    .expect(403);
  await api(running).get(file).set('X-API-Key', 'hzd_unknown').expect(401);
});

it('ends with its last day, and says when', async () => {
  const { key } = await granted('2026-06-30');
  setClock(running, '2026-06-30T15:59:00Z');
  expect(await rowsFor(key)).toBe(200);
  setClock(running, '2026-06-30T16:00:00Z');
  expect(await refusalFor(key)).toContain('2026-06-30 到期');
  const { body } = await api(running).get('/api/v1/data-keys/current/access-applications').set(key).expect(200);
  expect(body).toMatchObject([{ state: 'expired' }]);
  setClock(running, '2026-05-08T02:00:00Z');
});

it('ends with the key', async () => {
  const { key, id } = await granted();
  await api(running).delete('/api/v1/data-keys/current').set(key).expect(204);
  expect(await rowsFor(key)).toBe(401);
  const [row] = await running.query<{ state: string }>('SELECT state FROM access_application WHERE id = $1', [id]);
  expect(row!.state).toBe('withdrawn');
});

it('says why not to whoever is rejected, and lets them apply again', async () => {
  const key = await newKey();
  const { id } = (await apply(key).expect(201)).body as Answer;
  await decide(ofA, id, 'rejection', {}).expect(422);
  await decide(ofA, id, 'rejection', { reason: '用途不明' }).expect(200);
  expect(await refusalFor(key)).toContain('用途不明');
  await apply(key).expect(201);
});

it('shows the contact to the department only, and keeps it in no log', async () => {
  const key = await newKey();
  const made = await apply(key).expect(201);
  const { id } = made.body as Answer;
  const list = await api(running).get(DECIDE).query({ state: 'waiting' }).set(readsA).expect(200);
  expect(list.body).toContainEqual(expect.objectContaining({ id, contact: CONTACT, application: '换乘研究' }));
  expect((await api(running).get(DECIDE).set(ofB).expect(200)).body).toEqual([]);
  const own = await api(running).get(`${APPLY}/${id}`).set(key).expect(200);
  for (const { text } of [made, own]) expect(text).not.toContain(CONTACT);
  for (const table of ['audit_event', 'notice', 'outbox_message', 'idempotency_key', 'job'])
    expect(JSON.stringify(await running.query(`SELECT * FROM ${table}`)), table).not.toContain(CONTACT);
});

it('is told of in the audit log: who applied with which key, who decided', async () => {
  const { key, id } = await granted();
  await decide(ofA, id, 'revocation', { reason: '转给他人' }).expect(200);
  expect(key).toBeDefined();
  const events = await running.query<{ action: string; actor: string }>(
    `SELECT action, actor FROM audit_event WHERE object_type = 'accessApplication' AND object_id = $1 ORDER BY seq`,
    [`${id} closed`],
  );
  expect(events.map(({ action }) => action)).toEqual([
    'accessApplication.submitted',
    'accessApplication.approved',
    'accessApplication.revoked',
  ]);
  expect(events[0]!.actor).toMatch(/^data-key:\d+$/);
});

it('lets two who decide at once decide once', async () => {
  const key = await newKey();
  const { id } = (await apply(key).expect(201)).body as Answer;
  const answers = await Promise.all([
    decide(ofA, id, 'approval', { expiresOn: '2026-12-31' }),
    decide(ofA, id, 'rejection', { reason: '用途不明' }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

it('does not let one key flood a department', async () => {
  const key = await newKey();
  const applyFor = (identifier: string) =>
    api(running).post(`/api/v1/datasets/${identifier}/access-applications`).set(key).send(APPLICATION);
  for (let number = 1; number <= 10; number++) await applyFor(`more-${number}`).expect(201);
  await applyFor('more-11').expect(429);
});

it('works by GraphQL', async () => {
  const key = await newKey();
  const ask = async (query: string, who: Record<string, string>) =>
    (await api(running).post('/graphql').set(who).send({ query })).body as { data: Record<string, Answer> | null };
  const input = `{ organisation: "研究所", contact: "0571-1234567", purpose: "研究公交线网的换乘效率", months: 6, acceptsTerms: true }`;
  const made = await ask(`mutation { submitAccessApplication(identifier: "closed", input: ${input}) { id state } }`, key);
  const { id } = made.data!.submitAccessApplication!;
  expect(await ask(`{ ownAccessApplication(identifier: "closed", id: "${id}") { state } ownAccessApplications { id } }`, key)).toEqual({
    data: { ownAccessApplication: { state: 'waiting' }, ownAccessApplications: [{ id }] },
  });
  const approve = `mutation { approveAccess(id: "${id}", input: { expiresOn: "2026-12-31" }) { state contact } }`;
  expect(await ask(approve, ofB)).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  expect(await ask(approve, ofA)).toEqual({ data: { approveAccess: { state: 'approved', contact: '0571-1234567' } } });
  expect(await ask(`mutation { rejectAccess(id: "${id}", input: { reason: "迟了" }) { state } }`, ofA)).toMatchObject({
    errors: [{ extensions: { code: 'CONFLICT' } }],
  });
  expect(await ask(`mutation { revokeAccess(id: "${id}", input: { reason: "转给他人" }) { state } }`, ofA)).toEqual({
    data: { revokeAccess: { state: 'revoked' } },
  });
});

/** The subjects of what the approver of department a was told. */
const told = async () =>
  (await running.query<{ subject: string }>(`SELECT subject FROM notice WHERE kind = 'access'`)).map(({ subject }) => subject);

it('tells those who decide, at once and when an answer is late, each once', async () => {
  const accounts = running.app.get(AccountService);
  await accounts.create({ name: 'a.approver', personName: '测试' }, OPERATOR);
  for (const role of ['approver', 'departmentAdmin'] as const) await accounts.grant('a.approver', { role, department: 'a' }, OPERATOR);
  const { id } = (await apply(await newKey()).expect(201)).body as Answer;
  expect(await told()).toEqual(['待办理的使用申请：数据 closed']);
  await running.query(`UPDATE access_application SET state = 'withdrawn' WHERE state = 'waiting' AND id <> $1`, [id]);
  await night('2026-05-20T17:00:00Z');
  await night('2026-05-21T17:00:00Z');
  await night('2026-05-22T17:00:00Z');
  expect(await told()).toEqual(['待办理的使用申请：数据 closed', '使用申请今天到期：数据 closed', '使用申请超期未答复：数据 closed']);
  setClock(running, '2026-05-08T02:00:00Z');
});

it('forgets the contact a year after the end, and not before', async () => {
  const { id } = await granted('2026-06-30');
  const contactOn = async (instant: string) => {
    await night(instant);
    return (await running.query<{ contact: string | null }>('SELECT contact FROM access_application WHERE id = $1', [id]))[0]!.contact;
  };
  expect(await contactOn('2027-06-28T17:00:00Z')).toBe(CONTACT);
  expect(await contactOn('2027-06-29T17:00:00Z')).toBeNull();
});
