import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AuditVerifier } from '../../../src/modules/audit/index.js';
import { DepartmentService } from '../../../src/modules/department/index.js';
import { ApiKeyService, OPERATOR } from '../../../src/modules/identity/index.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';

let running: TestApplication;
let system: { Authorization: string };
const api = () => request(running.app.getHttpServer());
const gjj = {
  code: 'gjj',
  name: '澜川市住房公积金管理中心',
  shortNames: ['市公积金中心'],
  creditCode: '11370812004339255b',
  contact: { unit: '办公室', address: '人民路1号', fax: '0600-5550401' },
  duties: '负责住房公积金的归集。\n负责住房公积金的提取。',
  leaders: '主任：沈某某',
  internalUnits: '办公室\n归集科',
};

const etagOf = async (code: string) => (await api().get(`/api/v1/departments/${code}`).expect(200)).headers['etag'] as string;
const replace = async (code: string, fields: object, status = 200, etag?: string) =>
  api()
    .put(`/api/v1/departments/${code}`)
    .set(system)
    .set('If-Match', etag ?? (await etagOf(code)))
    .send(fields)
    .expect(status);

beforeAll(async () => {
  running = await createTestApplication();
  const keys = running.app.get(ApiKeyService);
  system = { Authorization: `Bearer ${await keys.create({ name: '部门维护', scopes: ['department.write'] }, OPERATOR)}` };
});
afterAll(() => running.close());

it('registers a department, with a credit code in its normal form', async () => {
  const { body } = await api().post('/api/v1/departments').set(system).send(gjj).expect(201);
  expect(body).toMatchObject({ ...gjj, creditCode: '11370812004339255B', registered: true });
});

it.each([
  ['a wrong check digit', { creditCode: '113708120043392550' }, 422, 'creditCode'],
  ['a code in capitals', { code: 'GJJ' }, 422, 'code'],
  ['a wrong region', { region: '32' }, 422, 'region'],
  ['an address of mail that is none', { contact: { email: 'x' } }, 422, 'contact.email'],
  ['a state that is not its own to set', { registered: false }, 422, 'registered'],
  ['a time that is not its own to set', { createdAt: '2020-01-01' }, 422, 'createdAt'],
  ['a code that is in use', { name: '另一个局' }, 409, 'code'],
  ['a name that is in use', { code: 'other' }, 409, 'name'],
])('refuses %s and changes nothing', async (_, change, status, field) => {
  const count = () => running.query('SELECT (SELECT json_agg(d) FROM department d) AS d, (SELECT count(*) FROM audit_event) AS events');
  const before = await count();
  const fresh = status === 409 ? gjj : { ...gjj, code: 'fresh', name: '新局' };
  const { body } = await api()
    .post('/api/v1/departments')
    .set(system)
    .send({ ...fresh, ...change })
    .expect(status);
  expect((body as { errors: { field: string }[] }).errors[0]!.field).toBe(field);
  expect(await count()).toEqual(before);
});

it('keeps the name of before among the former ones, and clears what is not said', async () => {
  const { body } = await replace('gjj', { name: '澜川市公积金中心' });
  expect(body).toMatchObject({
    code: 'gjj',
    name: '澜川市公积金中心',
    formerNames: [gjj.name],
    shortNames: [],
    creditCode: null,
    contact: null,
    duties: null,
    leaders: null,
    internalUnits: null,
  });
  await replace('gjj', { code: 'x', name: '甲' }, 422);
  await api().put('/api/v1/departments/nowhere').set(system).set('If-Match', '"r1"').send({ name: '某局' }).expect(404);
});

it('registers by PUT what only appeared on records, under the code that addresses have', async () => {
  await running.query(`INSERT INTO department (code, name, registered) VALUES ('d123', '澜川市民政局', false)`);
  const { body } = await api().post('/api/v1/departments').set(system).send({ code: 'mzj', name: '澜川市民政局' }).expect(409);
  expect((body as { detail: string }).detail).toContain('d123');
  await replace('d123', { name: '澜川市民政局' });
  expect(await running.app.get(DepartmentService).get('d123')).toMatchObject({ registered: true, formerNames: [] });
});

it('overwrites nobody: a change needs the ETag that was read, and of those that come together one counts', async () => {
  const fields = { name: '澜川市公积金中心' };
  await api().put('/api/v1/departments/gjj').set(system).send(fields).expect(428);
  await replace('gjj', fields, 412, '"r999"');
  await replace('gjj', fields, 412, 'W/"x"');
  const etag = await etagOf('gjj');
  await api().get('/api/v1/departments/gjj').set('If-None-Match', etag).expect(304);
  const answers = await Promise.all(
    ['东路', '西路', '南路', '北路'].map((address) =>
      api()
        .put('/api/v1/departments/gjj')
        .set(system)
        .set('If-Match', etag)
        .send({ ...fields, contact: { address } }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  const won = answers.find(({ status }) => status === 200)!;
  expect(won.headers['etag']).toBe(await etagOf('gjj'));
  // Registered again from a file, it is another revision too.
  await running.app.get(DepartmentService).register([{ code: 'gjj', name: fields.name, contact: {} }]);
  await replace('gjj', fields, 412, won.headers['etag']);
});

it('of requests that come together one registers, the others are told', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => api().post('/api/v1/departments').set(system).send({ code: 'czj', name: '澜川市财政局' })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(7).fill(409)]);
});

it('is on the log, from which content to which', async () => {
  const rows = await running.query<{ action: string; before_hash: string | null; after_hash: string }>(
    `SELECT action, before_hash, after_hash FROM audit_event WHERE object_type = 'department' AND object_id = 'gjj' ORDER BY seq`,
  );
  expect(rows.map(({ action }) => action)).toEqual(['department.registered', 'department.changed', 'department.changed']);
  expect(rows[1]!.before_hash).toBe(rows[0]!.after_hash);
  expect((await running.app.get(AuditVerifier).verify()).flaws).toEqual([]);
});
