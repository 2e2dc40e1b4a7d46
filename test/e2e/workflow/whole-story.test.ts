import { verify as checkSignature, createPublicKey } from 'node:crypto';
import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AuditVerifier } from '../../../src/modules/audit/index.js';
import { SubmissionPublisher } from '../../../src/modules/catalog/index.js';
import { OutboxDispatcher } from '../../../src/modules/platform/outbox/index.js';
import { docxFile } from '../../support/office/documents.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { type Person, arriveByApi, personWith } from '../access/people.js';

let running: TestApplication;

const api = () => request(running.app.getHttpServer());
const as = ({ token }: Person) => ({ Authorization: `Bearer ${token}` });

interface Answer {
  id: string;
  version: number;
  state: string;
}

async function step(person: Person, { id, version }: Answer, place: string, body: object, status = 200): Promise<Answer> {
  const answer = await api().post(`/api/v1/submissions/${id}/${place}`).set(as(person)).set('If-Match', `"r${version}"`).send(body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(status);
  return answer.body as Answer;
}

async function found(q: string): Promise<string[]> {
  await running.app.get(OutboxDispatcher).drain();
  const { body } = await api().get('/api/v1/search').query({ q }).expect(200);
  return (body as { hits: { identifier: string }[] }).hits.map(({ identifier }) => identifier);
}

beforeAll(async () => {
  running = await createTestApplication();
}, 120_000);
afterAll(() => running.close());

it('from an empty system to a withdrawn document, by the interface alone', async () => {
  // The operator makes three administrators at the command line; everything after that goes by HTTP.
  const system = await personWith(running, 'api.system', [{ role: 'systemAdmin', department: null }]);
  const security = await personWith(running, 'api.security', [{ role: 'securityAdmin', department: null }]);
  const auditor = await personWith(running, 'api.auditor', [{ role: 'auditor', department: null }]);
  await api()
    .post('/api/v1/departments')
    .set(as(system))
    .send({ code: 'mzj', name: '澜川市民政局', creditCode: '11370812004339255B' })
    .expect(201);
  const people: Person[] = [];
  for (const role of ['editor', 'secrecyReviewer', 'approver', 'departmentAdmin']) {
    const name = `api.${role.toLowerCase()}`;
    const opened = await api().post('/api/v1/accounts').set(as(system)).send({ name, personName: '测试人员' }).expect(201);
    await api().put(`/api/v1/accounts/${name}/roles`).set(as(security)).send({ role, department: 'mzj' }).expect(204);
    people.push(await arriveByApi(running, name, (opened.body as { password: string }).password));
  }
  const [editor, reviewer, approver] = people as [Person, Person, Person];

  // A document whose attachment holds an identity number is stopped, and corrected.
  const upload = async (text: string) => {
    const answer = await api()
      .post('/api/v1/files')
      .set(as(editor))
      .attach('file', docxFile({ paragraphs: [text] }), '名单.docx');
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return (answer.body as { sha256: string }).sha256;
  };
  const document = (sha256: string, body = '食堂名单见附件。') => ({
    document: {
      identifier: 'whole-1',
      title: '关于社区食堂开放的通知',
      abstract: '社区食堂开放的时间和补贴办法',
      writtenOn: '2026-11-20',
      publicity: '主动公开',
      body,
      attachments: [{ title: '食堂名单', sha256 }],
    },
  });
  const wrong = await upload('负责人身份证11010519491231002X，供应荞麦凉面。');
  const begun = await api().post('/api/v1/submissions').set(as(editor)).send(document(wrong)).expect(201);
  const refused = JSON.stringify(await step(editor, begun.body as Answer, 'submission', {}, 422));
  expect(refused).toContain('110105********002X');
  expect(refused).not.toContain('19491231');
  const right = await upload('各食堂供应荞麦凉面。');
  const saved = await api()
    .put(`/api/v1/submissions/${(begun.body as Answer).id}`)
    .set(as(editor))
    .set('If-Match', '"r1"')
    .send(document(right))
    .expect(200);

  // Reviewed, signed for an hour, published when it comes, found by a word of the attachment.
  let it = await step(editor, saved.body as Answer, 'submission', {});
  it = await step(reviewer, it, 'review', { decision: 'pass', opinion: '不涉密' });
  it = await step(approver, it, 'approval', { decision: 'approve', publishAt: '2099-01-01T09:00:00+08:00' });
  expect(it.state).toBe('scheduled');
  expect(await found('荞麦凉面')).toEqual([]);
  await running.query(`UPDATE submission SET scheduled_for = now() - interval '1 minute' WHERE id = $1`, [it.id]);
  expect(await running.app.get(SubmissionPublisher).publishDue()).toBe(1);
  expect(await found('荞麦凉面')).toEqual(['whole-1']);

  // The signature is checked with nothing of ours: the published key, and the statement as it was signed.
  const { body: proof } = await api().get('/api/v1/records/whole-1/proof').expect(200);
  const { body: keys } = await api().get('/api/v1/signing-keys').expect(200);
  const [signed] = (proof as { revisions: { keyId: string; signature: string }[] }).revisions;
  const key = (keys as { id: string; publicKey: string }[]).find(({ id }) => id === signed!.keyId)!;
  const { statement } = proof as { statement: string };
  expect(checkSignature(null, Buffer.from(statement), createPublicKey(key.publicKey), Buffer.from(signed!.signature, 'base64'))).toBe(true);
  expect(checkSignature(null, Buffer.from(`${statement} `), createPublicKey(key.publicKey), Buffer.from(signed!.signature, 'base64'))).toBe(
    false,
  );

  // Revised, then withdrawn.
  const change = await api().post('/api/v1/submissions').set(as(editor)).send(document(right, '增设绿豆汤。')).expect(201);
  it = await step(reviewer, await step(editor, change.body as Answer, 'submission', {}), 'review', { decision: 'pass' });
  expect(await found('绿豆汤')).toEqual([]);
  await step(approver, it, 'approval', { decision: 'approve' });
  expect(await found('绿豆汤')).toEqual(['whole-1']);
  const away = await api()
    .post('/api/v1/submissions/withdrawals')
    .set(as(editor))
    .send({ identifier: 'whole-1', reason: '食堂停办' })
    .expect(201);
  it = await step(reviewer, await step(editor, away.body as Answer, 'submission', {}), 'review', { decision: 'pass' });
  await step(approver, it, 'approval', { decision: 'approve' });
  expect(await found('荞麦凉面')).toEqual([]);
  await api().get('/api/v1/documents/whole-1').expect(410);

  // Every step is in the log, with who, from where and how it ended; the chain holds.
  const { body: log } = await api().get('/api/v1/audit/events').query({ objectId: 'whole-1', limit: 100 }).set(as(auditor)).expect(200);
  const events = log as { action: string; actor: string; address: string | null }[];
  expect(events.map(({ action }) => action)).toEqual(
    expect.arrayContaining([
      'submission.created',
      'submission.saved',
      'submission.submitted',
      'submission.passed',
      'submission.approved',
      'submission.published',
      'record.created',
      'record.updated',
      'record.withdrawn',
    ]),
  );
  expect(events.find(({ action }) => action === 'submission.approved')).toMatchObject({ actor: 'api.approver' });
  expect((await running.app.get(AuditVerifier).verify()).flaws).toEqual([]);
}, 120_000);
