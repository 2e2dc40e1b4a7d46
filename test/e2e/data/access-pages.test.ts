import { afterAll, beforeAll, expect, it } from 'vitest';
import { DepartmentService } from '../../../src/modules/department/index.js';
import {
  AccountRepository,
  AccountService,
  BrowserSession,
  type DepartmentRole,
  OPERATOR,
  SessionService,
  type SignedIn,
} from '../../../src/modules/identity/index.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { api, datasetWith, publishTables } from './data-fixture.js';

const CONTACT = '0571-88990011';
const FORM = { organisation: '岚川大学<b>', contact: CONTACT, purpose: '研究公交线网的换乘效率', months: '6', acceptsTerms: 'on' };
const PAGE = '/datasets/closed/access';
const ROWS = '/api/v1/datasets/closed/tables/xian_lu/rows';

let running: TestApplication;

interface Visit {
  Cookie: string;
  csrf: string;
}

async function visitor(name: string, role: DepartmentRole, department: string): Promise<Visit> {
  const accounts = running.app.get(AccountService);
  await accounts.create({ name, personName: '测试' }, OPERATOR);
  await accounts.grant(name, { role, department }, OPERATOR);
  const { id } = (await running.app.get(AccountRepository).byName(name))!;
  const how = { kind: 'browser', address: null, method: 'oidc', secondFactor: true } as const;
  const { token, session } = await running.app.get(SessionService).open(id, how);
  return { Cookie: `haozhao=${token}`, csrf: running.app.get(BrowserSession).tokenFor({ session } as SignedIn) };
}
const see = ({ Cookie }: Visit, path = '/workbench/access') => api(running).get(path).set({ Cookie });
const post = ({ Cookie, csrf }: Visit, path: string, form: object) =>
  api(running)
    .post(path)
    .set({ Cookie })
    .type('form')
    .send({ ...form, _csrf: csrf });
const apply = (change: object = {}) =>
  api(running)
    .post(PAGE)
    .type('form')
    .send({ ...FORM, ...change });

beforeAll(async () => {
  running = await createTestApplication();
  await running.app.get(DepartmentService).register([
    { code: 'a', name: '甲局', registered: true },
    { code: 'b', name: '乙局', registered: true },
  ]);
  await publishTables(
    running,
    [
      datasetWith('closed', [], { openness: '有条件开放', provider: '甲局', resources: [{ title: '线路', path: '线路.csv' }] }),
      datasetWith('open', [], { provider: '甲局' }),
    ],
    { '线路.csv': '线路,里程\n1路,2\n' },
  );
});
afterAll(() => running.close());

it('leads from the data, and from what is refused, to the form', async () => {
  for (const [path, status] of [
    ['/datasets/closed', 200],
    ['/datasets/closed/tables/xian_lu', 403],
  ] as const)
    expect((await api(running).get(path).set('Accept', 'text/html').expect(status)).text).toContain(`href="${PAGE}"`);
  expect((await api(running).get(PAGE).expect(200)).text).toContain('提交申请');
  await api(running).get('/datasets/open/access').expect(409);
  await api(running).get('/datasets/unknown/access').expect(404);
});

it('says what is wrong and keeps what was filled in, and makes no key for it', async () => {
  const { text } = await apply({ purpose: '短', acceptsTerms: undefined, key: 'hzd_secret' }).expect(422);
  expect(text).toContain('至少 10 个字');
  expect(text).toContain('岚川大学&lt;b>');
  expect(text).not.toContain('hzd_secret');
  await apply({ acceptsTerms: undefined }).expect(422);
  await apply({ key: 'hzd_unknown' }).expect(401);
  await apply({ months: '' }).expect(422);
  expect(await running.query('SELECT FROM data_key')).toEqual([]);
});

it('goes from the form to rows by the desk of the department, without JavaScript', async () => {
  const made = await apply().expect(201);
  expect(made.headers['cache-control']).toBe('no-store');
  const key = { 'X-API-Key': /hzd_[\w-]{43}/.exec(made.text)![0] };
  expect(made.text).not.toContain(CONTACT);
  await apply({ key: key['X-API-Key'] }).expect(409);

  const approver = await visitor('a.approver', 'approver', 'a');
  const editor = await visitor('a.editor', 'editor', 'a');
  const stranger = await visitor('b.approver', 'approver', 'b');
  const { text } = await see(approver).expect(200);
  expect(text).toContain(CONTACT);
  expect(text).toContain('岚川大学&lt;b>');
  const id = /\/workbench\/access\/(\d+)\/approve/.exec(text)![1]!;
  expect((await see(editor).expect(200)).text).not.toContain('/approve"');
  expect((await see(stranger).expect(200)).text).not.toContain(CONTACT);
  expect((await see(approver, '/workbench/access?state=approved')).text).not.toContain(CONTACT);

  await post(stranger, `/workbench/access/${id}/approve`, { expiresOn: '2099-01-01' }).expect(404);
  await post(editor, `/workbench/access/${id}/approve`, { expiresOn: '2099-01-01' }).expect(403);
  expect((await post(approver, `/workbench/access/${id}/approve`, { expiresOn: '2099-01-01' }).expect(422)).text).toContain('到期日');
  await post(approver, `/workbench/access/${id}/reject`, { reason: '' }).expect(422);
  await api(running).get(ROWS).set(key).expect(403);
  const suggested = /name="expiresOn"[^>]*value="([\d-]+)"|value="([\d-]+)"[^>]*name="expiresOn"/.exec(text)!;
  await post(approver, `/workbench/access/${id}/approve`, { expiresOn: suggested[1] ?? suggested[2], note: '只限研究' }).expect(303);
  await api(running).get(ROWS).set(key).expect(200);
  await post(approver, `/workbench/access/${id}/revoke`, { reason: '转给他人' }).expect(303);
  await api(running).get(ROWS).set(key).expect(403);
});
