import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DepartmentService } from '../../../src/modules/department/index.js';
import { AccountService, ApiKeyService, OPERATOR } from '../../../src/modules/identity/index.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { docxFile } from '../../support/office/documents.js';
import { type Person, personWith } from '../access/people.js';

interface Answer {
  id: string;
  version: number;
  state: string;
}
type Caller = Pick<Person, 'token'>;

let running: TestApplication;
let writer: Caller;
let reviewer: Caller;
let approver: Caller;
/** One person in every role, by session and by a key of their own. */
let session: Caller;
let key: Caller;
let files = 0;

const api = () => request(running.app.getHttpServer());
const as = ({ token }: Caller) => ({ Authorization: `Bearer ${token}` });
const content = (identifier: string, attached: readonly string[] = []) => ({
  document: {
    identifier,
    title: '关于开放社区食堂的通知',
    abstract: '社区食堂开放时间和补贴办法',
    issuer: ['甲局'],
    writtenOn: '2026-11-20',
    publicity: '主动公开',
    documentType: '通知',
    body: '每日三餐开放。',
    attachments: attached.map((sha256) => ({ title: '名单', sha256 })),
  },
});
const begin = async (by: Caller, identifier: string, attached: readonly string[] = []) =>
  (await api().post('/api/v1/submissions').set(as(by)).send(content(identifier, attached)).expect(201)).body as Answer;
const save = async (by: Caller, last: Answer, identifier: string, attached: readonly string[] = []) =>
  (
    await api()
      .put(`/api/v1/submissions/${last.id}`)
      .set(as(by))
      .set('If-Match', `"r${last.version}"`)
      .send(content(identifier, attached))
      .expect(200)
  ).body as Answer;
async function step(by: Caller, last: Answer, path: string, body: object = {}, status = 200): Promise<Answer> {
  const answer = await api().post(`/api/v1/submissions/${last.id}/${path}`).set(as(by)).set('If-Match', `"r${last.version}"`).send(body);
  expect(answer.status, `${path} ${JSON.stringify(answer.body)}`).toBe(status);
  return answer.body as Answer;
}
const PASS = { decision: 'pass' };
const APPROVE = { decision: 'approve' };
const RETURN = { decision: 'return', opinion: '请改' };
const LATER = { ...APPROVE, publishAt: '2099-01-01T09:00:00+08:00' };
const submit = (last: Answer) => step(writer, last, 'submission');
async function upload(by: Caller): Promise<string> {
  const file = docxFile({ paragraphs: [`名单 ${(files += 1)}`] });
  const { body } = await api().post('/api/v1/files').set(as(by)).attach('file', file, '名单.docx').expect(201);
  return (body as { sha256: string }).sha256;
}

beforeAll(async () => {
  running = await createTestApplication();
  await running.app.get(DepartmentService).register([{ code: 'a', name: '甲局', registered: true }]);
  writer = await personWith(running, 'eyes.writer', [{ role: 'editor', department: 'a' }]);
  reviewer = await personWith(running, 'eyes.reviewer', [{ role: 'secrecyReviewer', department: 'a' }]);
  approver = await personWith(running, 'eyes.approver', [{ role: 'approver', department: 'a' }]);
  const roles = (['editor', 'secrecyReviewer', 'approver', 'departmentAdmin'] as const).map((role) => ({ role, department: 'a' }));
  session = await personWith(running, 'eyes.many', roles);
  const scopes = ['submission.read', 'submission.write', 'submission.review', 'submission.approve', 'file.upload'];
  const { body } = await api().post('/api/v1/keys').set(as(session)).send({ name: 'own', scopes, department: 'a' }).expect(201);
  key = { token: (body as { key: string }).key };
});
afterAll(() => running?.close());

type Deed = (by: Caller, identifier: string) => Promise<Answer>;

/** What somebody did in a submission, up to a draft that is submitted again; and whether they may then review it, and sign what another passed. */
const DEEDS: [name: string, deed: Deed, review: boolean, approve: boolean][] = [
  ['nothing', async (_, id) => begin(writer, id), true, true],
  ['began it', async (by, id) => begin(by, id), false, false],
  ['saved it once', async (by, id) => save(writer, await save(by, await begin(writer, id), id), id), false, false],
  ['handed it in', async (by, id) => step(reviewer, await step(by, await begin(writer, id), 'submission'), 'review', RETURN), false, false],
  ['brought a file that is attached', async (by, id) => begin(writer, id, [await upload(by)]), false, false],
  ['brought a file later', async (by, id) => save(writer, await begin(writer, id), id, [await upload(by)]), false, false],
  ['brought a file that is gone again', async (by, id) => save(writer, await begin(writer, id, [await upload(by)]), id), false, false],
  ['removed a file of another', async (by, id) => save(by, await begin(writer, id, [await upload(writer)]), id), false, false],
  ['brought a file that nobody attached', async (by, id) => (await upload(by), begin(writer, id)), true, true],
  ['returned it as reviewer', async (by, id) => step(by, await submit(await begin(writer, id)), 'review', RETURN), true, false],
  [
    'passed it as reviewer, before it was returned',
    async (by, id) => step(approver, await step(by, await submit(await begin(writer, id)), 'review', PASS), 'approval', RETURN),
    true,
    false,
  ],
  [
    'returned it as approver',
    async (by, id) => step(by, await step(reviewer, await submit(await begin(writer, id)), 'review', PASS), 'approval', RETURN),
    false,
    true,
  ],
  [
    'signed it for an hour, before it was returned',
    async (by, id) => {
      const passed = await step(reviewer, await submit(await begin(writer, id)), 'review', PASS);
      return step(approver, await step(by, passed, 'approval', LATER), 'approval', RETURN);
    },
    false,
    true,
  ],
];
const CALLERS = [
  ['session', 'session'],
  ['session', 'key'],
  ['key', 'session'],
] as const;
const cases = DEEDS.flatMap(([name, deed, review, approve]) =>
  CALLERS.map(([before, after]) => ({ name, deed, before, after, review, approve })),
);

describe('author ≠ reviewer ≠ approver, for the whole life of a submission', () => {
  it.each(cases)(
    '$name (by $before): review $review, approve $approve (by $after)',
    async ({ name, deed, before, after, review, approve }) => {
      const callers = { session, key };
      const draft = await deed(callers[before], `a-${DEEDS.findIndex(([known]) => known === name)}-${before}-${after}`);
      const submitted = await submit(draft);
      if (!review) await step(callers[after], submitted, 'review', PASS, 403);
      const passed = await step(reviewer, submitted, 'review', PASS);
      if (!approve) await step(callers[after], passed, 'approval', APPROVE, 403);
      else expect((await step(callers[after], passed, 'approval', APPROVE)).state).toBe('published');
      if (review) {
        const again = await submit(
          await deed(callers[before], `a-again-${DEEDS.findIndex(([known]) => known === name)}-${before}-${after}`),
        );
        await step(callers[after], again, 'review', PASS);
      }
    },
  );
});

it('a file of the published record keeps nobody from deciding about the next change', async () => {
  const sha256 = await upload(session);
  const first = await submit(await begin(writer, 'a-standing', [sha256]));
  await step(approver, await step(reviewer, first, 'review', PASS), 'approval', APPROVE);
  const change = await submit(await begin(writer, 'a-standing', [sha256]));
  await step(session, change, 'review', PASS);
});

it('a key without an owner stays the same after it was exchanged', async () => {
  const keys = running.app.get(ApiKeyService);
  const scopes = ['submission.read', 'submission.write', 'submission.review'];
  const old = { token: await keys.create({ name: 'program', scopes, department: 'a' }, OPERATOR) };
  const submitted = await step(old, await begin(old, 'a-exchanged'), 'submission');
  await step({ token: await keys.rotate('program', 24, OPERATOR) }, submitted, 'review', PASS, 403);
});

it('the database forgets nobody, and a role that was taken away and given back changes nothing', async () => {
  const submitted = await submit(await begin(session, 'a-kept'));
  await expect(running.query(`UPDATE submission SET participants = '[]' WHERE id = $1`, [submitted.id])).rejects.toThrow('never forgotten');
  const accounts = running.app.get(AccountService);
  const grant = { role: 'secrecyReviewer' as const, department: 'a' };
  await accounts.revoke('eyes.many', grant, OPERATOR);
  await accounts.grant('eyes.many', grant, OPERATOR);
  await step(key, submitted, 'review', PASS, 403);
});
