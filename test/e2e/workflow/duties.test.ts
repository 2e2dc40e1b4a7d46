import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditVerifier } from '../../../src/modules/audit/index.js';
import { DatasetInput, DocumentInput, type Draft, Nightly, ProofService, RecordWriter } from '../../../src/modules/catalog/index.js';
import { DepartmentService } from '../../../src/modules/department/index.js';
import { ApiKeyService, OPERATOR } from '../../../src/modules/identity/index.js';
import { check } from '../../../src/modules/kernel/field/index.js';
import { Jobs } from '../../../src/modules/platform/job/index.js';
import { OutboxDispatcher } from '../../../src/modules/platform/outbox/index.js';
import { setClock } from '../../support/moved-clock.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { personWith } from '../access/people.js';

let running: TestApplication;
let reader: { Authorization: string };
let signer: { Authorization: string };
let stranger: { Authorization: string };
const api = () => request(running.app.getHttpServer());
const bearer = (key: string) => ({ Authorization: `Bearer ${key}` });
const context = { actor: 'test', requestId: null };

const document = (identifier: string, more: object): Draft => ({
  kind: 'document',
  input: check(DocumentInput, { identifier, title: `${identifier}的标题`, issuer: ['甲局'], writtenOn: '2026-11-01', ...more }).instance,
});
const dataset = (identifier: string, more: object): Draft => ({
  kind: 'dataset',
  input: check(DatasetInput, { identifier, title: `${identifier}的标题`, provider: '甲局', ...more }).instance,
});
const write = (...drafts: Draft[]) => running.app.get(RecordWriter).upsert(drafts, context);

/** The night of a day, as a server that is up would have it. */
async function night(day: string): Promise<void> {
  setClock(running, `${day}T00:10:00+08:00`);
  await running.app.get(Nightly).schedule();
  await running.app.get(Jobs).runPending();
}

interface Duty {
  id: string;
  kind: string;
  identifier: string;
  dueOn: string;
  resolution: string | null;
  resolvedBy: string | null;
}
const duties = async (query = '', who = reader) => (await api().get(`/api/v1/duties${query}`).set(who).expect(200)).body as Duty[];
const named = async (query = '') => (await duties(query)).map(({ kind, identifier }) => `${kind} ${identifier}`).sort();

beforeAll(async () => {
  running = await createTestApplication();
  setClock(running, '2026-11-25T04:00:00Z');
  await running.app.get(DepartmentService).register([
    { code: 'a', name: '甲局', registered: true },
    { code: 'b', name: '乙局', registered: true },
  ]);
  const keys = running.app.get(ApiKeyService);
  const keyOf = async (department: string) =>
    bearer(await keys.create({ name: `系统${department}`, scopes: ['duty.read', 'duty.complete'], department }, OPERATOR));
  [signer, stranger] = [await keyOf('a'), await keyOf('b')];
  reader = bearer(await keys.create({ name: '只看', scopes: ['duty.read'], department: 'a' }, OPERATOR));
  await personWith(running, 'duty.editor', [{ role: 'editor', department: 'a' }]);
});
afterAll(() => running.close());

describe('validity', () => {
  it('flips on its day, as a signed and audited revision that changes nothing else; once however often the night runs', async () => {
    await write(
      document('v-last', { validity: '有效', expiresOn: '2026-11-25', keywords: ['一'], body: '正文', documentNumber: '甲发〔2021〕3号' }),
      document('v-on', { validity: '有效', expiresOn: '2026-11-26' }),
      document('v-new', { validity: '尚未施行', effectiveOn: '2026-11-26' }),
      document('v-ended', { validity: '有效', expiresOn: '2026-11-01' }),
      document('v-ender', { relations: [{ type: 'repeals', target: 'v-ended' }] }),
      document('v-open', { expiresOn: '2026-11-01' }),
    );
    const [before] = await running.query<{ snapshot: object }>(
      `SELECT snapshot FROM record_revision WHERE snapshot->>'identifier' = 'v-last'`,
    );
    await night('2026-11-26');
    const validity = async () =>
      Object.fromEntries(
        (
          await running.query<{ identifier: string; validity: string; revision: number }>(
            `SELECT identifier, validity, revision FROM record WHERE identifier LIKE 'v-%'`,
          )
        ).map((row) => [row.identifier, `${row.validity} ${row.revision}`]),
      );
    const after = await validity();
    expect(after).toEqual({
      'v-last': 'expired 2',
      'v-on': 'valid 1',
      'v-new': 'valid 2',
      'v-ended': expect.stringContaining('repealed'),
      'v-ender': 'null 1',
      'v-open': 'null 1',
    });
    const [{ snapshot } = { snapshot: {} }] = await running.query<{ snapshot: { profile: object } }>(
      `SELECT snapshot FROM record_revision WHERE snapshot->>'identifier' = 'v-last' AND revision = 2`,
    );
    const { profile, ...rest } = before!.snapshot as { profile: object };
    expect(snapshot).toEqual({ ...rest, profile: { ...profile, validity: 'expired' }, validity: 'expired' });
    const proof = await running.app.get(ProofService).of('v-last');
    expect(proof.revisions.map(({ valid }) => valid)).toEqual([true, true]);
    expect(await running.query(`SELECT actor, action FROM audit_event WHERE object_id = 'v-last' AND revision = 2`)).toEqual([
      { actor: 'schedule', action: 'record.updated' },
    ]);

    await running.query('DELETE FROM job');
    Object.assign(running.app.get(Nightly), { scheduled: '' });
    await night('2026-11-26');
    expect(await validity()).toEqual(after);
    await night('2026-11-27');
    expect((await validity())['v-on']).toBe('expired 2');
  });

  it('does not strand the change that a department has under way', async () => {
    await write(document('v-way', { validity: '有效', expiresOn: '2026-11-28' }));
    const key = await running.app
      .get(ApiKeyService)
      .create({ name: '写', scopes: ['submission.write', 'submission.read'], department: 'a' }, OPERATOR);
    const { body } = await api()
      .post('/api/v1/submissions')
      .set(bearer(key))
      .send({ document: { identifier: 'v-way', title: '改过的标题', issuer: ['甲局'] }, department: 'a' })
      .expect(201);
    await night('2026-11-29');
    const { id } = body as { id: string };
    const now = (await api().get(`/api/v1/submissions/${id}`).set(bearer(key)).expect(200)).body as {
      baseRevision: number;
      steps: { action: string; opinion: string }[];
    };
    expect(now.baseRevision).toBe(2);
    expect(now.steps.at(-1)).toMatchObject({ action: 'rebased', opinion: expect.stringContaining('第 2 次修订') });
  });
});

describe('duties', () => {
  it('of stale data come up when the cycle is over, and go when the data changes', async () => {
    await write(
      dataset('s-month', { updateCycle: '每月', modifiedOn: '2026-11-01' }),
      dataset('s-year', { updateCycle: '每年', modifiedOn: '2026-11-01' }),
      dataset('s-none', { updateCycle: '不更新', modifiedOn: '2001-11-01' }),
    );
    await night('2026-12-12');
    expect(await named('?kind=staleDataset')).toEqual([]);
    await night('2026-12-13');
    await night('2026-12-14');
    expect(await duties('?kind=staleDataset')).toMatchObject([{ identifier: 's-month', dueOn: '2026-12-12', title: 's-month的标题' }]);
    await write(dataset('s-month', { updateCycle: '每月', modifiedOn: '2026-12-14' }));
    await running.app.get(OutboxDispatcher).drain();
    expect(await duties('?kind=staleDataset')).toEqual([]);
    expect(await duties('?kind=staleDataset&state=completed')).toMatchObject([{ resolution: '已更新', resolvedBy: 'schedule' }]);
  });

  it('of what is not disclosed come up every twelve months, are completed with a next day, and by nobody else', async () => {
    await write(
      dataset('n-closed', { openness: '不予开放', publishedOn: '2026-01-15' }),
      document('n-secret', { publicity: '不予公开', publishedOn: '2026-01-10' }),
      dataset('n-open', { openness: '无条件开放', publishedOn: '2020-01-01' }),
    );
    await night('2027-01-09');
    expect(await named('?kind=nonDisclosedReview')).toEqual([]);
    await night('2027-01-15');
    expect(await named('?kind=nonDisclosedReview')).toEqual(['nonDisclosedReview n-closed', 'nonDisclosedReview n-secret']);
    expect(await duties('', stranger)).toEqual([]);
    const [{ id } = { id: '' }] = (await duties('?kind=nonDisclosedReview')).filter(({ identifier }) => identifier === 'n-closed');
    const complete = (body: object, who: object, status: number) =>
      api()
        .post(`/api/v1/duties/${id}/completion`)
        .set(who as { Authorization: string })
        .send(body)
        .expect(status);
    const good = { result: '复审后仍不予公开：涉及商业秘密', nextReviewOn: '2027-07-15' };
    await complete(good, {}, 401);
    await complete(good, reader, 403);
    await complete(good, stranger, 404);
    await complete({ ...good, result: '' }, signer, 422);
    for (const nextReviewOn of ['2027-01-15', '2028-01-16', '2027-07', 'x']) await complete({ ...good, nextReviewOn }, signer, 422);
    const done = await complete(good, signer, 200);
    expect(done.body).toMatchObject({ resolvedBy: 'key:系统a', nextReviewOn: '2027-07-15', resolution: good.result });
    await complete(good, signer, 409);
    await api().post('/api/v1/duties/abc/completion').set(signer).send(good).expect(404);
    await night('2027-07-14');
    expect(await named('?kind=nonDisclosedReview')).toEqual(['nonDisclosedReview n-secret']);
    await night('2027-07-15');
    expect(await named('?kind=nonDisclosedReview')).toEqual(['nonDisclosedReview n-closed', 'nonDisclosedReview n-secret']);
    await running.app.get(RecordWriter).withdraw('document', 'n-secret', 1, '有误', context);
    await running.app.get(OutboxDispatcher).drain();
    expect(await named('?kind=nonDisclosedReview')).toEqual(['nonDisclosedReview n-closed']);
    await night('2027-07-16');
    expect(await named('?kind=nonDisclosedReview')).toEqual(['nonDisclosedReview n-closed']);
  });

  it('of missing interpretations come up three working days after publication and go when there is one', async () => {
    await write(
      document('i-rule', { legislationType: '行政规范性文件', publishedOn: '2027-08-06' }),
      document('i-notice', { documentType: '通知', publishedOn: '2027-08-06' }),
    );
    await night('2027-08-11');
    expect(await named('?kind=interpretationMissing')).toEqual([]);
    await night('2027-08-12');
    expect(await duties('?kind=interpretationMissing')).toMatchObject([{ identifier: 'i-rule', dueOn: '2027-08-11' }]);
    await write(document('i-why', { documentType: '政策解读', relations: [{ type: 'interprets', target: 'i-rule' }] }));
    await running.app.get(OutboxDispatcher).drain();
    expect(await named('?kind=interpretationMissing')).toEqual([]);
    await night('2027-08-13');
    expect(await named('?kind=interpretationMissing')).toEqual([]);
  });

  it('are told to the editors once a kind and night', async () => {
    const told = await running.query<{ subject: string; count: string }>(
      `SELECT n.key, min(n.subject) AS subject, count(*) FROM notice n JOIN account a ON a.id = n.account_id
        WHERE a.name = 'duty.editor' AND n.kind = 'duty' GROUP BY n.key ORDER BY min(n.id)`,
    );
    expect(told.map(({ subject, count }) => `${subject} ${count}`)).toEqual([
      '超过更新周期未更新：s-month的标题 1',
      '不予公开的信息须定期复审：n-closed的标题 等 2 项 1',
      // By July nobody has updated it again.
      '超过更新周期未更新：s-month的标题 1',
      '不予公开的信息须定期复审：n-closed的标题 1',
      '缺少政策解读：i-rule的标题 1',
    ]);
  });
});

it('a night that was missed is made up for at the next start, once for any number of processes', async () => {
  setClock(running, '2027-09-01T15:00:00+08:00');
  const nightly = running.app.get(Nightly);
  const forget = () => Object.assign(nightly, { scheduled: '' });
  for (let process = 0; process < 4; process++) {
    forget();
    await nightly.schedule();
  }
  expect(await running.query(`SELECT name FROM job WHERE key = '2027-09-01' ORDER BY name`)).toEqual([
    { name: 'nightly.accessAnswers' },
    { name: 'nightly.accessContacts' },
    { name: 'nightly.clocks' },
    { name: 'nightly.disclosure' },
    { name: 'nightly.duties' },
    { name: 'nightly.feedbackAnswers' },
    { name: 'nightly.feedbackContacts' },
    { name: 'nightly.idempotencyKeys' },
    { name: 'nightly.subscriptionCounts' },
    { name: 'nightly.subscriptions' },
    { name: 'nightly.validity' },
  ]);
  expect(await running.app.get(Jobs).runPending()).toBe(11);
  expect((await running.app.get(AuditVerifier).verify()).flaws).toEqual([]);
});

it('a draft made of a record, written again, changes nothing', async () => {
  const { draftOfRecord } = await import('../../../src/modules/catalog/write/draft-of-record.js');
  const { RecordRow } = await import('../../../src/modules/catalog/index.js');
  const { DataSource } = await import('typeorm');
  const rows = await running.app.get(DataSource).manager.findBy(RecordRow, { status: 'published' });
  const relations = await running.query<{ sourceId: string; type: 'repeals'; target: string }>(
    `SELECT source_id AS "sourceId", type, target FROM record_relation`,
  );
  const outcomes = await write(
    ...rows.map((row) =>
      draftOfRecord(
        row,
        relations.filter(({ sourceId }) => sourceId === row.id).map(({ type, target }) => ({ type, target })),
      ),
    ),
  );
  expect(outcomes.map(({ result }) => result)).toEqual(rows.map(() => 'unchanged'));
});
