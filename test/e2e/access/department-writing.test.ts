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
  contact: { unit: '办公室', address: '人民路1号' },
};

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
  const { body } = await api().put('/api/v1/departments/gjj').set(system).send({ name: '澜川市公积金中心' }).expect(200);
  expect(body).toMatchObject({
    code: 'gjj',
    name: '澜川市公积金中心',
    formerNames: [gjj.name],
    shortNames: [],
    creditCode: null,
    contact: null,
  });
  await api().put('/api/v1/departments/gjj').set(system).send({ code: 'x', name: '甲' }).expect(422);
  await api().put('/api/v1/departments/nowhere').set(system).send({ name: '某局' }).expect(404);
});

it('registers by PUT what only appeared on records, under the code that addresses have', async () => {
  await running.query(`INSERT INTO department (code, name, registered) VALUES ('d123', '澜川市民政局', false)`);
  const { body } = await api().post('/api/v1/departments').set(system).send({ code: 'mzj', name: '澜川市民政局' }).expect(409);
  expect((body as { detail: string }).detail).toContain('d123');
  await api().put('/api/v1/departments/d123').set(system).send({ name: '澜川市民政局' }).expect(200);
  expect(await running.app.get(DepartmentService).get('d123')).toMatchObject({ registered: true, formerNames: [] });
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
  expect(rows.map(({ action }) => action)).toEqual(['department.registered', 'department.changed']);
  expect(rows[1]!.before_hash).toBe(rows[0]!.after_hash);
  expect((await running.app.get(AuditVerifier).verify()).flaws).toEqual([]);
});
