import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DepartmentService } from '../../../src/modules/department/index.js';
import { setClock } from '../../support/moved-clock.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { type Person, personWith } from '../access/people.js';

interface Answer {
  id: string;
  version: number;
  formedOn: string;
  countedFrom: string;
  dueOn: string;
  findings: { rule: string; severity: string }[];
  steps: { action: string; opinion: string | null }[];
}

let running: TestApplication;
let editor: Person;
let reviewer: Person;
let approver: Person;
const api = () => request(running.app.getHttpServer());
const as = ({ token }: Person) => ({ Authorization: `Bearer ${token}` });

const content = (identifier: string, formedOn: string | undefined, more: object = {}) => ({
  formedOn,
  document: {
    identifier,
    title: '关于社区食堂的通知',
    abstract: '社区食堂开放时间',
    issuer: ['甲局'],
    writtenOn: '2026-10-12',
    publicity: '主动公开',
    documentType: '通知',
    body: '每日三餐开放。',
    ...more,
  },
});
const begin = async (identifier: string, formedOn?: string, more: object = {}) =>
  (
    await api()
      .post('/api/v1/submissions')
      .set(as(editor))
      .send(content(identifier, formedOn, more))
      .expect(201)
  ).body as Answer;
const save = async ({ id, version }: Answer, identifier: string, formedOn?: string, more: object = {}) => {
  const sent = api().put(`/api/v1/submissions/${id}`).set(as(editor)).set('If-Match', `"r${version}"`);
  return (await sent.send(content(identifier, formedOn, more)).expect(200)).body as Answer;
};
const discard = async ({ id, version }: Answer) => {
  await api().delete(`/api/v1/submissions/${id}`).set(as(editor)).set('If-Match', `"r${version}"`).expect(204);
};
const read = async ({ id }: Answer) => (await api().get(`/api/v1/submissions/${id}`).set(as(editor)).expect(200)).body as Answer;
async function step(by: Person, { id, version }: Answer, path: string, body: object = {}, status = 200): Promise<Answer> {
  const answer = await api().post(`/api/v1/submissions/${id}/${path}`).set(as(by)).set('If-Match', `"r${version}"`).send(body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(status);
  return answer.body as Answer;
}
const overrides = [{ rule: 'formedLater', field: 'formedOn', reason: '经核对，确于 11 月变更' }];

beforeAll(async () => {
  running = await createTestApplication();
  await running.app.get(DepartmentService).register([{ code: 'a', name: '甲局', registered: true }]);
  editor = await personWith(running, 'clock.editor', [{ role: 'editor', department: 'a' }]);
  reviewer = await personWith(running, 'clock.reviewer', [{ role: 'secrecyReviewer', department: 'a' }]);
  approver = await personWith(running, 'clock.approver', [{ role: 'approver', department: 'a' }]);
  setClock(running, '2026-11-25T02:00:00.000Z');
});
afterAll(() => running?.close());

it('a later day of formation does not restart the period; it stands in the steps, and needs a reason and a signature', async () => {
  const draft = await begin('k-later', '2026-10-12');
  expect(draft).toMatchObject({ countedFrom: '2026-10-12', dueOn: '2026-11-09' });
  const moved = await save(draft, 'k-later', '2026-11-20');
  expect(moved).toMatchObject({ formedOn: '2026-11-20', countedFrom: '2026-10-12', dueOn: '2026-11-09' });
  expect((await read(moved)).steps.at(-1)!.opinion).toContain('由 2026-10-12 改为 2026-11-20，公开期限仍自 2026-10-12 起算');
  const refused = JSON.stringify(await step(editor, moved, 'submission', {}, 422));
  expect(refused).toContain('formedOn');
  const submitted = await step(editor, moved, 'submission', { wordToReviewer: '11 月修订过' });
  expect(submitted.findings.map(({ rule }) => rule)).toEqual(['formedLater']);
  await step(reviewer, submitted, 'review', { decision: 'pass' }, 422);
  const passed = await step(reviewer, submitted, 'review', { decision: 'pass', overrides });
  expect(passed.dueOn).toBe('2026-11-09');
  const published = await step(approver, passed, 'approval', { decision: 'approve' });
  expect(published).toMatchObject({ countedFrom: '2026-11-20', dueOn: '2026-12-18' });
  expect((await read(published)).steps.map(({ action }) => action).slice(-2)).toEqual(['dueMoved', 'approved']);
});

it('taken back before it is submitted, it leaves nothing but its steps; an earlier day counts at once', async () => {
  const draft = await begin('k-back', '2026-11-10');
  const back = await save(await save(draft, 'k-back', '2026-11-20'), 'k-back', '2026-11-10');
  expect(back).toMatchObject({ countedFrom: '2026-11-10' });
  expect(await save(back, 'k-back', '2026-11-02')).toMatchObject({ countedFrom: '2026-11-02', dueOn: '2026-11-30' });
});

it('discarded and begun anew, for the same record or the same document number, the old start stays', async () => {
  const first = await begin('k-anew', '2026-10-12', { documentNumber: '甲发〔2026〕1号' });
  await discard(first);
  const anew = await begin('k-anew');
  expect(anew).toMatchObject({ formedOn: '2026-10-12', countedFrom: '2026-10-12' });
  expect((await read(anew)).steps[0]!.opinion).toContain('接续自 2026-10-12');
  await discard(anew);
  const claimed = await begin('k-anew', '2026-11-20');
  expect(claimed).toMatchObject({ formedOn: '2026-11-20', countedFrom: '2026-10-12', dueOn: '2026-11-09' });
  const renamed = await begin('k-renamed', '2026-11-20', { documentNumber: '甲发[2026]1号' });
  expect(renamed).toMatchObject({ countedFrom: '2026-10-12' });
  const numbered = await save(await begin('k-numbered', '2026-11-20'), 'k-numbered', undefined, { documentNumber: '甲发（2026）1号' });
  expect(numbered).toMatchObject({ countedFrom: '2026-10-12' });
  expect(await begin('k-other', '2026-11-20', { documentNumber: '甲发〔2026〕2号' })).toMatchObject({ countedFrom: '2026-11-20' });
});

it('what was published since has had its period: the next change has its own', async () => {
  await discard(await begin('k-next', '2026-10-12'));
  setClock(running, '2026-11-25T03:00:00.000Z');
  const passed = await step(reviewer, await step(editor, await begin('k-next'), 'submission'), 'review', { decision: 'pass' });
  await step(approver, passed, 'approval', { decision: 'approve' });
  expect(await begin('k-next', '2026-11-24')).toMatchObject({ countedFrom: '2026-11-24' });
});
