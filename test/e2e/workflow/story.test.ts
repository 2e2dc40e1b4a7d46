import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SubmissionPublisher } from '../../../src/modules/catalog/index.js';
import { DepartmentService } from '../../../src/modules/department/index.js';
import { ApiKeyService, OPERATOR } from '../../../src/modules/identity/index.js';
import { OutboxDispatcher } from '../../../src/modules/platform/outbox/index.js';
import { docxFile } from '../../support/office/documents.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { type Person, personWith } from '../access/people.js';

let running: TestApplication;
let editor: Person;
let reviewer: Person;
let approver: Person;
let stranger: Person;

interface Answer {
  id: string;
  version: number;
  state: string;
  returned: boolean;
  light: string;
  findings: { rule: string; field: string; masked: string }[];
  publishedRevision: number | null;
}

const PLANTED = '青萍暗语';
const api = () => request(running.app.getHttpServer());
const as = ({ token }: Person) => ({ Authorization: `Bearer ${token}` });

const document = (identifier: string, more: object = {}) => ({
  document: {
    identifier,
    title: '关于开放社区食堂的通知',
    abstract: '社区食堂开放时间和补贴办法',
    issuer: ['甲局'],
    writtenOn: '2026-11-20',
    publicity: '主动公开',
    documentType: '通知',
    body: `每日三餐开放。${PLANTED}。`,
    ...more,
  },
});

/** One step of a submission by a person, with the ETag of its last answer. */
async function step(person: Person, last: Answer, path: string, body: object, status = 200): Promise<Answer> {
  const answer = await api()
    .post(`/api/v1/submissions/${last.id}/${path}`)
    .set(as(person))
    .set('If-Match', `"r${last.version}"`)
    .send(body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(status);
  return answer.body as Answer;
}

const begin = async (body: object, status = 201): Promise<Answer> => {
  const answer = await api().post('/api/v1/submissions').set(as(editor)).send(body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(status);
  return answer.body as Answer;
};

async function readyToSign(identifier: string, more: object = {}): Promise<Answer> {
  const submitted = await step(editor, await begin(document(identifier, more)), 'submission', {});
  return step(reviewer, submitted, 'review', { decision: 'pass', opinion: '不涉密' });
}

beforeAll(async () => {
  running = await createTestApplication();
  await running.app.get(DepartmentService).register([
    { code: 'a', name: '甲局', registered: true, creditCode: '11680700MB0A13468B' },
    { code: 'b', name: '乙局', registered: true },
  ]);
  editor = await personWith(running, 'story.editor', [{ role: 'editor', department: 'a' }]);
  reviewer = await personWith(running, 'story.reviewer', [{ role: 'secrecyReviewer', department: 'a' }]);
  approver = await personWith(running, 'story.approver', [{ role: 'approver', department: 'a' }]);
  stranger = await personWith(running, 'story.stranger', [
    { role: 'editor', department: 'b' },
    { role: 'secrecyReviewer', department: 'b' },
    { role: 'approver', department: 'b' },
  ]);
}, 120_000);
afterAll(() => running.close());

const found = async (q: string): Promise<string[]> => {
  await running.app.get(OutboxDispatcher).drain();
  const { body } = await api().get('/api/v1/search').query({ q }).expect(200);
  return (body as { hits: { identifier: string }[] }).hits.map(({ identifier }) => identifier);
};

describe('from a draft to the archive, by API alone', () => {
  it('is stopped by the gate, corrected, reviewed, signed, published, revised and withdrawn, each step by another person', async () => {
    let it = await begin(document('a-1', { body: '联系人身份证11010519491231002X。' }));
    expect(it).toMatchObject({ state: 'draft', light: 'green' });
    const refused = await step(editor, it, 'submission', {}, 422);
    expect(JSON.stringify(refused)).toContain('110105********002X');
    expect(JSON.stringify(refused)).not.toContain('19491231');

    // With a word to the reviewer it goes on, but the reviewer needs a reason for each finding.
    it = await step(editor, it, 'submission', { wordToReviewer: '应为公示所需' });
    await step(reviewer, it, 'review', { decision: 'pass', opinion: '可' }, 422);
    await step(reviewer, it, 'review', { decision: 'return' }, 422);
    it = await step(reviewer, it, 'review', { decision: 'return', opinion: '删去身份证号', basis: ['S15_THIRD'] });
    expect(it).toMatchObject({ state: 'draft', returned: true });

    const saved = await api()
      .put(`/api/v1/submissions/${it.id}`)
      .set(as(editor))
      .set('If-Match', `"r${it.version}"`)
      .send(document('a-1'))
      .expect(200);
    it = await step(editor, saved.body as Answer, 'submission', {});
    expect(it.findings).toEqual([]);
    it = await step(reviewer, it, 'review', { decision: 'pass', opinion: '不涉密' });
    expect(await found(PLANTED)).toEqual([]);
    it = await step(approver, it, 'approval', { decision: 'approve', opinion: '同意' });
    expect(it).toMatchObject({ state: 'published', publishedRevision: 1 });
    expect(await found(PLANTED)).toEqual(['a-1']);

    // A change: the published revision stays up until the next is signed.
    let change = await begin(document('a-1', { body: '改为每日两餐。' }));
    change = await step(editor, change, 'submission', {});
    change = await step(reviewer, change, 'review', { decision: 'pass' });
    expect(await found(PLANTED)).toEqual(['a-1']);
    change = await step(approver, change, 'approval', { decision: 'approve' });
    expect(change.publishedRevision).toBe(2);
    expect(await found(PLANTED)).toEqual([]);
    expect(await found('每日两餐')).toEqual(['a-1']);

    const proposed = await api()
      .post('/api/v1/submissions/withdrawals')
      .set(as(editor))
      .send({ identifier: 'a-1', reason: '食堂停办' })
      .expect(201);
    let away = await step(editor, proposed.body as Answer, 'submission', {});
    away = await step(reviewer, away, 'review', { decision: 'pass' });
    away = await step(approver, away, 'approval', { decision: 'approve' });
    expect(away.publishedRevision).toBe(3);
    const gone = await api().get('/api/v1/documents/a-1').expect(410);
    expect((gone.body as { detail: string }).detail).toContain('食堂停办');
    expect(await found('每日两餐')).toEqual([]);

    const whole = await api().get(`/api/v1/submissions/${it.id}`).set(as(approver)).expect(200);
    expect((whole.body as { steps: { action: string; actor: string }[] }).steps.map(({ action, actor }) => `${action} ${actor}`)).toEqual([
      'created story.editor',
      'submitted story.editor',
      'returned story.reviewer',
      'saved story.editor',
      'submitted story.editor',
      'passed story.reviewer',
      'approved story.approver',
    ]);
    const audited = await running.query<{ action: string }>(
      `SELECT action FROM audit_event WHERE object_id LIKE '%a-1' AND object_type IN ('submission', 'record') ORDER BY seq`,
    );
    expect(audited.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['submission.returned', 'submission.approved', 'record.created', 'record.updated', 'record.withdrawn']),
    );
  });

  it('is stopped by an identity number in an attachment, and found by a word that stands in the attachment alone', async () => {
    const upload = async (text: string) => {
      const answer = await api()
        .post('/api/v1/files')
        .set(as(editor))
        .attach('file', docxFile({ paragraphs: [text] }), '名单.docx')
        .expect(201);
      return answer.body as { sha256: string; textState: string };
    };
    const first = await upload('负责人身份证11010519491231002X，供应莜面栲栳。');
    expect(first.textState).toBe('whole');
    const draft = await begin(document('a-attached', { attachments: [{ title: '名单', sha256: first.sha256 }] }));
    const refused = JSON.stringify(await step(editor, draft, 'submission', {}, 422));
    expect(refused).toMatch(/attachments\[0\] [^"]*"/);
    expect(refused).toContain('110105********002X');
    const { sha256 } = await upload('各食堂供应莜面栲栳。');
    const saved = await api()
      .put(`/api/v1/submissions/${draft.id}`)
      .set(as(editor))
      .set('If-Match', `"r${draft.version}"`)
      .send(document('a-attached', { attachments: [{ title: '名单', sha256 }] }))
      .expect(200);
    let it = await step(editor, saved.body as Answer, 'submission', {});
    expect(await found('莜面栲栳')).toEqual([]);
    it = await step(reviewer, it, 'review', { decision: 'pass' });
    await step(approver, it, 'approval', { decision: 'approve' });
    expect(await found('莜面栲栳')).toEqual(['a-attached']);
    const { body } = await api().get('/api/v1/search').query({ q: '莜面栲栳' }).expect(200);
    expect(body).toMatchObject({ hits: [{ attachment: { title: '名单' } }] });
  });

  it('gives a document without index number the next of its organ, which it keeps', async () => {
    const numberOf = async (identifier: string) =>
      ((await api().get(`/api/v1/documents/${identifier}`).expect(200)).body as { indexNumber: string }).indexNumber;
    const publish = async (identifier: string, more: object = {}) =>
      step(approver, await readyToSign(identifier, more), 'approval', { decision: 'approve' });
    await publish('a-index-1');
    const first = await numberOf('a-index-1');
    const [, stem, serial] = /^(11680700MB0A13468B\/\d{4}-)(\d{5})$/.exec(first)!;
    const following = (ahead: number) => stem! + String(Number(serial) + ahead).padStart(5, '0');
    await publish('a-index-own', { indexNumber: following(1) });
    await publish('a-index-2');
    expect(await numberOf('a-index-2')).toBe(following(2));
    await publish('a-index-1', { body: '改为每日两餐。' });
    expect(await numberOf('a-index-1')).toBe(first);
  });

  it('tells doubtful codes without stopping them, and takes no basis that is no code', async () => {
    const draft = await begin(document('a-codes', { topic: '没有的主题', indexNumber: '123456789/2026-00001' }));
    const submitted = await step(editor, draft, 'submission', {});
    expect(submitted.findings.map(({ rule, field }) => `${rule} ${field}`)).toEqual(['code topic', 'code indexNumber']);
    const refused = await step(reviewer, submitted, 'review', { decision: 'return', opinion: '不公开', basis: ['S99'] }, 422);
    expect(JSON.stringify(refused)).toContain('basis[0]');
  });

  it('refuses a secrecy mark, whatever is said for it', async () => {
    const draft = await begin(document('a-secret', { body: '机密★5年\n内容' }));
    await step(editor, draft, 'submission', { wordToReviewer: '可以公开' }, 422);
  });

  it('refuses what is incomplete and names every field', async () => {
    const draft = await begin({ dataset: { identifier: 'a-ds', title: '食堂名单' } });
    const refused = (await step(editor, draft, 'submission', {}, 422)) as unknown as { errors: { field: string }[] };
    expect(refused.errors.map(({ field }) => field)).toEqual(['abstract', 'formatClass', 'shareType', 'openness', 'updateCycle']);
  });

  it('publishes at its hour, once, whoever looks', async () => {
    const signed = await step(approver, await readyToSign('a-later'), 'approval', {
      decision: 'approve',
      publishAt: '2099-01-01T09:00:00+08:00',
    });
    expect(signed.state).toBe('scheduled');
    const publisher = running.app.get(SubmissionPublisher);
    expect(await publisher.publishDue()).toBe(0);
    await running.query(`UPDATE submission SET scheduled_for = now() - interval '1 minute' WHERE id = $1`, [signed.id]);
    const counts = await Promise.all(Array.from({ length: 8 }, () => publisher.publishDue()));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await running.query(`SELECT revision FROM record WHERE identifier = 'a-later'`)).toEqual([{ revision: 1 }]);
  });

  it('gives a scheduled submission back that cannot be published any more', async () => {
    const signed = await step(approver, await readyToSign('a-clash'), 'approval', {
      decision: 'approve',
      publishAt: '2099-01-01T09:00:00+08:00',
    });
    const key = await running.app.get(ApiKeyService).create({ name: '迁移', scopes: ['record.publishDirectly'] }, OPERATOR);
    await api()
      .post('/api/v1/documents')
      .set({ Authorization: `Bearer ${key}` })
      .send(document('a-clash').document)
      .expect(201);
    await running.query(`UPDATE submission SET scheduled_for = now() - interval '1 minute' WHERE id = $1`, [signed.id]);
    expect(await running.app.get(SubmissionPublisher).publishDue()).toBe(0);
    const { body } = await api().get(`/api/v1/submissions/${signed.id}`).set(as(approver)).expect(200);
    expect(body).toMatchObject({ state: 'reviewed' });
    expect((body as { steps: { action: string; opinion: string }[] }).steps.at(-1)).toMatchObject({
      action: 'failed',
      opinion: expect.stringContaining('已被使用'),
    });
  });
});

describe('what is refused', () => {
  it('a hundred approvals at the same moment: one counts', async () => {
    const ready = await readyToSign('a-race');
    const answers = await Promise.all(
      Array.from({ length: 100 }, () =>
        api()
          .post(`/api/v1/submissions/${ready.id}/approval`)
          .set(as(approver))
          .set('If-Match', `"r${ready.version}"`)
          .send({ decision: 'approve' }),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.every((status) => [200, 409, 412].includes(status))).toBe(true);
    expect(await running.query(`SELECT revision FROM record WHERE identifier = 'a-race'`)).toEqual([{ revision: 1 }]);
  });

  it('one person in two parts, with whatever roles', async () => {
    const many = await personWith(running, 'story.many', [
      { role: 'editor', department: 'a' },
      { role: 'secrecyReviewer', department: 'a' },
      { role: 'approver', department: 'a' },
    ]);
    const { body } = await api()
      .post('/api/v1/submissions')
      .set(as(many))
      .send({ ...document('a-many'), department: 'a' })
      .expect(201);
    const submitted = await step(many, body as Answer, 'submission', {});
    await step(many, submitted, 'review', { decision: 'pass' }, 403);
    const passed = await step(reviewer, submitted, 'review', { decision: 'pass' });
    await step(many, passed, 'approval', { decision: 'approve' }, 403);
    await step(reviewer, passed, 'approval', { decision: 'approve' }, 403);
  });

  it('another department, in every place of a request', async () => {
    const ready = await readyToSign('a-own');
    const bare = { decision: 'approve' };
    for (const path of ['submission', 'review', 'approval']) {
      const body = path === 'submission' ? {} : path === 'review' ? { decision: 'pass' } : bare;
      await step(stranger, ready, path, body, 404);
    }
    await api().get(`/api/v1/submissions/${ready.id}`).set(as(stranger)).expect(404);
    await api()
      .put(`/api/v1/submissions/${ready.id}`)
      .set(as(stranger))
      .set('If-Match', `"r${ready.version}"`)
      .send(document('a-own'))
      .expect(404);
    await api().delete(`/api/v1/submissions/${ready.id}`).set(as(stranger)).set('If-Match', `"r${ready.version}"`).expect(404);
    const list = await api().get('/api/v1/submissions').set(as(stranger)).expect(200);
    expect(JSON.stringify(list.body)).not.toContain('a-own');
    await api()
      .post('/api/v1/submissions')
      .set(as(stranger))
      .send({ ...document('b-1'), department: 'a' })
      .expect(403);
    await api().post('/api/v1/submissions').set(as(stranger)).send(document('b-1')).expect(422);
    const published = await step(approver, ready, 'approval', bare);
    expect(published.state).toBe('published');
    await api()
      .post('/api/v1/submissions')
      .set(as(stranger))
      .send({ document: { ...document('a-own').document, issuer: ['乙局'] } })
      .expect(403);
    await api().post('/api/v1/submissions/withdrawals').set(as(stranger)).send({ identifier: 'a-own', reason: '试' }).expect(403);
  });

  it('state, department and author as a part of the content; stale and missing ETags; steps out of turn', async () => {
    await begin({ ...document('a-mass'), state: 'published' }, 422);
    await begin({ document: { ...document('a-mass').document, status: 'published', departmentCode: 'b' } }, 422);
    const draft = await begin(document('a-mass'));
    await api().post(`/api/v1/submissions/${draft.id}/submission`).set(as(editor)).send({}).expect(428);
    await api().post(`/api/v1/submissions/${draft.id}/submission`).set(as(editor)).set('If-Match', '"r9"').send({}).expect(412);
    await step(reviewer, draft, 'review', { decision: 'pass' }, 409);
    await step(approver, draft, 'approval', { decision: 'approve' }, 409);
    await begin(document('a-mass'), 409);
    expect(await running.query(`SELECT 1 FROM record WHERE identifier = 'a-mass'`)).toEqual([]);
  });

  it('nobody without an account, and no key without the scope', async () => {
    await api().get('/api/v1/submissions').expect(401);
    const key = await running.app.get(ApiKeyService).create({ name: '只写', scopes: ['submission.write'], department: 'a' }, OPERATOR);
    await api()
      .get('/api/v1/submissions')
      .set({ Authorization: `Bearer ${key}` })
      .expect(403);
  });
});

it('what is not published is on no surface that the public reads', async () => {
  const secret = '芦苇荡里的灯';
  // What was asked for stands on the page of answers: a part of the secret must not bring up the whole.
  const asked = encodeURIComponent(secret.slice(0, -1));
  const draft = await begin(document('a-hidden', { title: secret, abstract: secret, body: secret, keywords: [secret] }));
  await step(editor, draft, 'submission', {});
  await running.app.get(OutboxDispatcher).drain();
  const pages = [
    `/api/v1/search?q=${asked}`,
    `/api/v1/suggest?q=${encodeURIComponent(secret.slice(0, 2))}`,
    '/api/v1/records',
    '/api/v1/documents',
    '/api/v1/documents/a-hidden',
    '/api/v1/documents/a-hidden/revisions',
    '/api/v1/records/a-hidden',
    '/api/v1/departments',
    '/',
    `/search?q=${asked}`,
    '/documents/a-hidden',
    '/records/a-hidden',
    '/departments/a',
    '/metrics',
  ];
  for (const page of pages) {
    const { text } = await api().get(page);
    expect(text, page).not.toContain(secret);
    // Not the attribute aria-hidden.
    expect(/\ba-hidden/.test(text) && !page.includes('a-hidden'), page).toBe(false);
  }
  const { body } = await api()
    .post('/graphql')
    .send({
      query: `{ search(q: "${secret}") { total { value } hits { identifier } } documents(first: 50) { edges { node { identifier title } } } }`,
    });
  expect(body, JSON.stringify(body)).toHaveProperty('data');
  expect(JSON.stringify(body)).not.toContain('a-hidden');
  expect((body as { data: { search: { hits: unknown[] } } }).data.search.hits).toEqual([]);
});
