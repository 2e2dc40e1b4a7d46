import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DepartmentService } from '../../../src/modules/department/index.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { type Person, personWith } from '../access/people.js';

let running: TestApplication;
let admin: Person;
let editor: Person;

const api = () => request(running.app.getHttpServer());
const as = ({ token }: Person) => ({ Authorization: `Bearer ${token}` });
const set = (person: Person, body: object) => api().put('/api/v1/gate-words').set(as(person)).send(body);

/** Submits a text; answers status and rules of the findings. */
async function submitted(identifier: string, body: string, attachments: object[] = []): Promise<[number, string[]]> {
  const draft = await api()
    .post('/api/v1/submissions')
    .set(as(editor))
    .send({
      document: {
        identifier,
        title: '关于食堂的通知',
        abstract: '食堂',
        writtenOn: '2026-11-20',
        publicity: '主动公开',
        body,
        attachments,
      },
    })
    .expect(201);
  const { id } = draft.body as { id: string };
  const answer = await api().post(`/api/v1/submissions/${id}/submission`).set(as(editor)).set('If-Match', '"r1"').send({});
  const found = (answer.body as { findings?: { rule: string }[] }).findings ?? [];
  return [answer.status, found.map(({ rule }) => rule)];
}

beforeAll(async () => {
  running = await createTestApplication();
  await running.app.get(DepartmentService).register([{ code: 'a', name: '甲局', registered: true }]);
  admin = await personWith(running, 'word.admin', [{ role: 'systemAdmin', department: null }]);
  editor = await personWith(running, 'word.editor', [{ role: 'editor', department: 'a' }]);
}, 120_000);
afterAll(() => running.close());

it('a word that is set counts from the next check on, and no longer when it is taken back', async () => {
  expect(await submitted('w-1', '青松项目')).toEqual([200, []]);
  await set(admin, { word: '青松', severity: 'block', note: '未公开的代号' }).expect(204);
  expect((await submitted('w-2', '青松项目'))[0]).toBe(422);
  await set(admin, { word: '青松', severity: 'warn' }).expect(204);
  expect(await submitted('w-3', '青松项目')).toEqual([200, ['sensitiveWord']]);
  await api().delete('/api/v1/gate-words').query({ word: '青松' }).set(as(admin)).expect(204);
  expect(await submitted('w-4', '青松项目')).toEqual([200, []]);
  const events = await running.query<{ action: string }>(`SELECT action FROM audit_event WHERE object_type = 'gateWord' ORDER BY seq`);
  expect(events.map(({ action }) => action)).toEqual(['gateWord.set', 'gateWord.set', 'gateWord.removed']);
});

it('a built-in word can be switched off and comes back', async () => {
  expect(await submitted('w-5', '截止目前')).toEqual([200, ['wrongWord']]);
  await set(admin, { word: '截止目前', severity: 'off' }).expect(204);
  expect(await submitted('w-6', '截止目前')).toEqual([200, []]);
  const list = await api().get('/api/v1/gate-words').set(as(editor)).expect(200);
  expect(list.body).toContainEqual(expect.objectContaining({ word: '截止目前', severity: 'off', builtIn: true, updatedBy: 'word.admin' }));
  await api().delete('/api/v1/gate-words').query({ word: '截止目前' }).set(as(admin)).expect(204);
  expect(await submitted('w-7', '截止目前')).toEqual([200, ['wrongWord']]);
});

it('a word that is set after a file came counts for the file too, until it is taken back', async () => {
  const file = await api()
    .post('/api/v1/files')
    .set(as(editor))
    .attach('file', Buffer.from('标题\n白杨计划，截止目前\n'), '附件.txt')
    .expect(201);
  const attachments = [{ title: '附件', sha256: (file.body as { sha256: string }).sha256 }];
  const withFile = (identifier: string) => submitted(identifier, '正文', attachments);
  expect(await withFile('w-8')).toEqual([200, ['wrongWord']]);
  await set(admin, { word: '白杨', severity: 'warn' }).expect(204);
  expect(await withFile('w-9')).toEqual([200, ['wrongWord', 'sensitiveWord']]);
  await set(admin, { word: '白杨', severity: 'block' }).expect(204);
  expect((await withFile('w-10'))[0]).toBe(422);
  await api().delete('/api/v1/gate-words').query({ word: '白杨' }).set(as(admin)).expect(204);
  await set(admin, { word: '截止目前', severity: 'off' }).expect(204);
  expect(await withFile('w-11')).toEqual([200, []]);
  await api().delete('/api/v1/gate-words').query({ word: '截止目前' }).set(as(admin)).expect(204);
});

it('what is not actively disclosed is not submitted without a word', async () => {
  const send = async (identifier: string, publicity: string, wordToReviewer?: string) => {
    const draft = await api()
      .post('/api/v1/submissions')
      .set(as(editor))
      .send({ document: { identifier, title: '关于食堂的通知', abstract: '食堂', writtenOn: '2026-11-20', body: '正文', publicity } })
      .expect(201);
    const { id } = draft.body as { id: string };
    return api().post(`/api/v1/submissions/${id}/submission`).set(as(editor)).set('If-Match', '"r1"').send({ wordToReviewer });
  };
  expect((await send('p-1', '主动公开')).status).toBe(200);
  const refused = await send('p-2', '依申请公开');
  expect([refused.status, JSON.stringify(refused.body)]).toEqual([422, expect.stringContaining('第四十四条')]);
  expect((await send('p-3', '依申请公开', '已决定转为主动公开')).status).toBe(200);
  expect((await send('p-4', '不公开', '仍要公开')).status).toBe(422);
});

it('is not for everybody to change, and refuses what is no word', async () => {
  await set(editor, { word: '青松', severity: 'off' }).expect(403);
  await api().get('/api/v1/gate-words').expect(401);
  await set(admin, { word: '一', severity: 'warn' }).expect(422);
  await set(admin, { word: '青松', severity: 'loud' }).expect(422);
  await api().delete('/api/v1/gate-words').query({ word: '没有' }).set(as(admin)).expect(404);
});
