import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Nightly, RecordWriter, DatasetInput } from '../../../src/modules/catalog/index.js';
import { DepartmentService } from '../../../src/modules/department/index.js';
import { check } from '../../../src/modules/kernel/field/index.js';
import { Jobs } from '../../../src/modules/platform/job/index.js';
import { setClock } from '../../support/moved-clock.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { personWith } from '../access/people.js';

let running: TestApplication;
let cookie: string;
const SITE = 'http://127.0.0.1:3000';
const api = () => request(running.app.getHttpServer());
const page = async () => (await api().get('/workbench/notices').set('Cookie', cookie).expect(200)).text;
const csrfOf = (html: string) => /name="_csrf" value="([^"]+)"/.exec(html)![1]!;
const post = (path: string, form: object) => api().post(path).type('form').set('Cookie', cookie).set('Origin', SITE).send(form);

beforeAll(async () => {
  running = await createTestApplication({ secondFactor: 'off', baseUrl: SITE });
  setClock(running, '2027-01-15T00:10:00+08:00');
  await running.app.get(DepartmentService).register([{ code: 'a', name: '甲局', registered: true }]);
  const person = await personWith(running, 'page.admin', [
    { role: 'editor', department: 'a' },
    { role: 'departmentAdmin', department: 'a' },
  ]);
  const { instance } = check(DatasetInput, {
    identifier: 'p-1',
    title: '<b>名单</b>',
    provider: '甲局',
    openness: '不予开放',
    publishedOn: '2026-01-15',
  });
  await running.app.get(RecordWriter).upsert([{ kind: 'dataset', input: instance }], { actor: 'test', requestId: null });
  await running.app.get(Nightly).schedule();
  await running.app.get(Jobs).runPending();
  const signedIn = await api()
    .post('/workbench/sign-in')
    .type('form')
    .set('Origin', SITE)
    .send({ name: person.name, password: person.password });
  cookie = (signedIn.headers['set-cookie'] as unknown as string[]).map((one) => one.split(';')[0]).join('; ');
});
afterAll(() => running.close());

it('shows notices and duties, counts the unread on every page, and works by forms alone', async () => {
  const tasks = await api().get('/workbench').set('Cookie', cookie).expect(200);
  expect(tasks.text).toContain('通知（1 条未读）');
  let html = await page();
  expect(html).toContain('不予公开的信息须定期复审：&lt;b>名单');
  expect(html).toContain('应于 2027-01-15 前办理');
  const token = csrfOf(html);

  await post('/workbench/notices/read', {}).expect(403);
  await post('/workbench/notices/read', { _csrf: token }).expect(303);
  html = await page();
  expect(html).toContain('>通知</a>');
  await post('/workbench/notices/mail', { _csrf: token, mail: 'off' }).expect(303);
  expect(await running.query(`SELECT mail_notices FROM account WHERE name = 'page.admin'`)).toEqual([{ mail_notices: false }]);

  const path = /action="(\/workbench\/duties\/\d+\/completion)"/.exec(html)![1]!;
  const refused = await post(path, { _csrf: token, result: '', nextReviewOn: '' }).expect(422);
  expect(refused.text).toContain('role="alert"');
  await post(path, { _csrf: token, result: '仍不予公开', nextReviewOn: '' }).expect(303);
  expect(await page()).toContain('没有待办的公开事项');
  expect(await running.query('SELECT resolution, next_review_on FROM duty')).toEqual([
    { resolution: '仍不予公开', next_review_on: '2028-01-15' },
  ]);
});

it('is for whoever is signed in', async () => {
  await api().get('/workbench/notices').expect(303);
});
