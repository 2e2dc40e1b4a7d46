import { afterAll, beforeAll, expect, it } from 'vitest';
import { DepartmentService } from '../../../src/modules/department/index.js';
import { SessionService } from '../../../src/modules/identity/index.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { type Person, personWith } from '../access/people.js';
import { api, datasetWith, publishTables } from './data-fixture.js';

let running: TestApplication;
let editor: Person;
let stranger: Person;
beforeAll(async () => {
  running = await createTestApplication();
  await running.app.get(DepartmentService).register([
    { code: 'a', name: '甲局', registered: true },
    { code: 'b', name: '乙局', registered: true },
  ]);
  editor = await personWith(running, 'log.editor', [{ role: 'editor', department: 'a' }]);
  stranger = await personWith(running, 'log.stranger', [{ role: 'editor', department: 'b' }]);
  const files = { '好.csv': '名称,金额\n甲,1\n乙,待定\n', '坏.csv': `${'a,'.repeat(3000)}\n` };
  await publishTables(running, [datasetWith('log', ['好.csv', '坏.csv'], { provider: '甲局' })], files);
});
afterAll(() => running.close());

const as = ({ token }: Person) => ({ Authorization: `Bearer ${token}` });

it('tells the department what became of each file, and nobody else', async () => {
  const address = '/api/v1/datasets/log/conversions';
  const { body } = await api(running).get(address).set(as(editor)).expect(200);
  expect(body).toMatchObject([
    { file: '坏.csv', state: 'failed', error: expect.stringMatching(/列.*。$/u) },
    { file: '好.csv', state: 'done', rowsRead: 2, error: null, notes: [expect.stringContaining('“待定”')] },
  ]);
  await api(running).get(address).expect(401);
  await api(running).get(address).set(as(stranger)).expect(403);
  await api(running).get('/api/v1/datasets/none/conversions').set(as(editor)).expect(404);
  const query = { query: '{ conversions(identifier: "log") { file state } }' };
  const { body: twin } = await api(running).post('/graphql').set(as(editor)).send(query).expect(200);
  expect(twin).toEqual({
    data: {
      conversions: [
        { file: '坏.csv', state: 'failed' },
        { file: '好.csv', state: 'done' },
      ],
    },
  });
});

it('sends the editors a notice of the file that failed, which leads to the page that says why', async () => {
  const { body } = await api(running).get('/api/v1/notices').set(as(editor)).expect(200);
  const [notice, ...others] = body as { subject: string; text: string; link: string }[];
  expect(others).toEqual([]);
  expect(notice).toMatchObject({ subject: '附件没有变成表：数据 log', text: expect.stringContaining('坏.csv') });
  const [account] = await running.query<{ id: string }>(`SELECT id FROM account WHERE name = 'log.editor'`);
  const how = { kind: 'browser', address: null, method: 'oidc', secondFactor: true } as const;
  const { token } = await running.app.get(SessionService).open(account!.id, how);
  const page = await api(running).get(notice!.link).set('Cookie', `haozhao=${token}`).expect(200);
  for (const text of ['没有转换成', '已转换', '“待定”', '第 1 版', '附件“好.csv”']) expect(page.text).toContain(text);
});
