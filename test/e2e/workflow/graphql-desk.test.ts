import request from 'supertest';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DocumentInput, Nightly, RecordWriter } from '../../../src/modules/catalog/index.js';
import { AccountService, ApiKeyService, OPERATOR } from '../../../src/modules/identity/index.js';
import { check } from '../../../src/modules/kernel/field/index.js';
import { Jobs } from '../../../src/modules/platform/job/index.js';
import { setClock } from '../../support/moved-clock.js';
import { personWith, type Person } from '../access/people.js';
import { hashOf, startUploads, type UploadFixture } from '../upload/upload-fixture.js';

interface Reply {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- its shape follows from each query
  data: Record<string, any>;
  errors?: { message: string; extensions: { code: string; fields?: { field: string }[] } }[];
}

let fixture: UploadFixture;
let system: Record<string, string>;
let head: Person;
let admin: Person;

const LETTER = '联系人电话 13812345678，地址见附件。';
const PLAN = '社区食堂建设计划，共三处。';

async function ask(query: string, headers: Record<string, string>, variables: object = {}, once?: string): Promise<Reply> {
  const sent = request(fixture.running.app.getHttpServer()).post('/graphql').set(headers).send({ query, variables });
  if (once) void sent.set('Idempotency-Key', once);
  return (await sent.expect(200)).body as Reply;
}
const as = ({ token }: Person) => ({ Authorization: `Bearer ${token}` });
const failureOf = ({ errors }: Reply) => ({ code: errors?.[0]?.extensions.code, field: errors?.[0]?.extensions.fields?.[0]?.field });

const draft = (identifier: string, attachments: object[]) => ({
  document: { identifier, title: `${identifier}的通知`, issuer: ['甲局'], writtenOn: '2026-11-20', publicity: '主动公开', attachments },
});
const files = () => [
  { title: '联系人', sha256: hashOf(LETTER) },
  { title: '计划', sha256: hashOf(PLAN) },
];
const begin = async (identifier: string) =>
  (
    await ask('mutation($input: SubmissionInput!) { createSubmission(input: $input) { id version files { title } } }', system, {
      input: draft(identifier, files()),
    })
  ).data.createSubmission as { id: string; version: number; files: { title: string }[] };

beforeAll(async () => {
  fixture = await startUploads();
  const { running, upload, editor } = fixture;
  const scopes = ['submission.read', 'submission.write', 'duty.read', 'duty.complete', 'gateWord.read'];
  const key = await running.app.get(ApiKeyService).create({ name: '甲局系统', scopes, department: 'a' }, OPERATOR);
  system = { Authorization: `Bearer ${key}` };
  head = await personWith(running, 'desk.head', [{ role: 'departmentAdmin', department: 'a' }]);
  admin = await personWith(running, 'desk.admin', [{ role: 'systemAdmin', department: null }]);
  for (const [name, content] of [
    ['联系人.txt', LETTER],
    ['计划.txt', PLAN],
  ] as const)
    await upload(editor, name, content).expect(201);
  const input = check(DocumentInput, {
    identifier: 'desk-law',
    title: '甲局关于食堂的办法',
    issuer: ['甲局'],
    writtenOn: '2026-11-01',
    publicity: '不予公开',
  }).instance;
  await running.app.get(RecordWriter).upsert([{ kind: 'document', input }], { actor: 'test', requestId: null });
}, 120_000);
afterAll(() => fixture.running.close());

describe('files of submissions', () => {
  const FILES = 'files { field title sha256 format byteSize scan textState findings { rule masked } }';

  it('tells what was found in each, masked, and takes one out of a draft', async () => {
    const { id, version } = await begin('desk-1');
    const whole = `{ submission(id: "${id}") { ${FILES} steps { action } } attachment(sha256: "${hashOf(LETTER)}") { name format findings { rule } } }`;
    const { data } = await ask(whole, system);
    expect(data.submission.files).toMatchObject([
      { field: 'attachments[0]', title: '联系人', format: 'txt', scan: 'unscanned', textState: 'whole', findings: [{ rule: 'mobile' }] },
      { field: 'attachments[1]', title: '计划', findings: [] },
    ]);
    expect(JSON.stringify(data)).not.toContain('13812345678');
    expect(data.attachment).toMatchObject({ name: '联系人.txt', findings: [{ rule: 'mobile' }] });
    expect(data.submission.steps).toEqual([{ action: 'created' }]);

    const rest = await fixture.get(fixture.editor, `/api/v1/submissions/${id}/files`).expect(200);
    expect(rest.body).toMatchObject(data.submission.files as object[]);
    await fixture.get(fixture.stranger, `/api/v1/submissions/${id}/files`).expect(404);

    const detach = `mutation($version: Int!) { detachFile(id: "${id}", version: $version, sha256: "${hashOf(LETTER)}") { version files { title } steps { action } } }`;
    expect(failureOf(await ask(detach, system, { version: version + 7 }))).toEqual({ code: 'PRECONDITION_FAILED', field: 'version' });
    const done = await ask(detach, system, { version }, 'detach-1');
    expect(done.data.detachFile).toEqual({
      version: version + 1,
      files: [{ title: '计划' }],
      steps: [{ action: 'created' }, { action: 'saved' }],
    });
    expect((await ask(detach, system, { version }, 'detach-1')).data).toEqual(done.data);
    expect(failureOf(await ask(detach, system, { version: version + 1 })).code).toBe('NOT_FOUND');
    expect((await fixture.get(fixture.editor, `/api/v1/files/${hashOf(LETTER)}`)).status).toBe(200);
  });

  it('takes one out by REST with the ETag that was read', async () => {
    const { id } = await begin('desk-2');
    const remove = () =>
      request(fixture.running.app.getHttpServer())
        .delete(`/api/v1/submissions/${id}/files/${hashOf(PLAN)}`)
        .set(as(fixture.editor));
    await remove().expect(428);
    await remove().set('If-Match', '"r9"').expect(412);
    const { body, headers } = await remove().set('If-Match', '"r1"').expect(200);
    expect([(body as { version: number }).version, headers.etag]).toEqual([2, '"r2"']);
    await request(fixture.running.app.getHttpServer())
      .delete(`/api/v1/submissions/${id}/files/${hashOf(LETTER)}`)
      .set(as(fixture.stranger))
      .set('If-Match', '"r2"')
      .expect(404);
  });

  it('reads files and steps of twelve in no more statements than of two', async () => {
    for (let number = 10; number < 22; number++) expect((await begin(`desk-${number}`)).files).toHaveLength(2);
    const query = `query($limit: Int) { submissions(limit: $limit) { title ${FILES} steps { action } } }`;
    const few = await counted(query, { limit: 2 });
    const many = await counted(query, { limit: 12 });
    expect(many.reply.data.submissions).toHaveLength(12);
    expect(
      (many.reply.data.submissions as { files: object[]; steps: object[] }[]).every(
        ({ files: f, steps }) => f.length === 2 && steps.length === 1,
      ),
    ).toBe(true);
    expect(many.statements).toBe(few.statements);
    expect(few.statements).toBeLessThanOrEqual(10);
  });

  it('refuses what would read too much', async () => {
    const query =
      '{ submissions(limit: 100) { steps { action overrides { rule reason } } files { findings { rule masked message basis } } } }';
    expect((await request(fixture.running.app.getHttpServer()).post('/graphql').set(system).send({ query })).body).toMatchObject({
      errors: [{ extensions: { code: 'QUERY_TOO_LARGE' } }],
    });
  });
});

/** The answer, and how many SQL statements it took. */
async function counted(query: string, variables: object): Promise<{ reply: Reply; statements: number }> {
  await ask(query, system, variables);
  const source = fixture.running.app.get(DataSource);
  const { logger } = source;
  let statements = 0;
  const nothing = () => {};
  source.setOptions({ logging: ['query'] });
  source.logger = {
    logQuery: () => void statements++,
    logQueryError: nothing,
    logQuerySlow: nothing,
    logSchemaBuild: nothing,
    logMigration: nothing,
    log: nothing,
  };
  try {
    return { reply: await ask(query, system, variables), statements };
  } finally {
    source.logger = logger;
    source.setOptions({ logging: false });
  }
}

it('the board tells where the department stands, as by REST', async () => {
  const { data } = await ask(
    '{ departmentBoard(department: "a") { states { state green amber red } published waiting { title light remaining since } records { published } } }',
    system,
  );
  expect(data.departmentBoard.states).toEqual([expect.objectContaining({ state: 'draft' })]);
  expect(data.departmentBoard.waiting).toHaveLength(10);
  const { body } = await fixture.get(fixture.editor, '/api/v1/board?department=a').expect(200);
  expect(body).toMatchObject(data.departmentBoard as object);
  await fixture.get(fixture.editor, '/api/v1/board?department=b').expect(403);
});

it('keys of a department: issued, changed and revoked by its administrator alone', async () => {
  const create = 'mutation { createKey(input: { name: "档案系统", scopes: ["submission.read"], department: "a" }) { key } }';
  expect(failureOf(await ask(create, system)).code).toBe('FORBIDDEN');
  const { data } = await ask(create, as(head));
  const own = { Authorization: `Bearer ${data.createKey.key as string}` };
  expect((await ask('{ submissions(limit: 1) { title } }', own)).errors).toBeUndefined();
  const rotated = await ask('mutation { rotateKey(name: "档案系统") { key } }', as(head));
  expect(rotated.data.rotateKey.key).not.toBe(data.createKey.key);
  expect((await ask('{ keys { name scopes department revokedAt } }', as(head))).data.keys).toContainEqual({
    name: '档案系统',
    scopes: ['submission.read'],
    department: 'a',
    revokedAt: null,
  });
  expect((await ask('mutation { revokeKey(name: "档案系统") { name } }', as(head))).data.revokeKey).toEqual({ name: '档案系统' });
  expect(failureOf(await ask('{ submissions { title } }', own)).code).toBe('UNAUTHENTICATED');
  const kept = await fixture.running.query<{ answer: unknown }>('SELECT answer FROM idempotency_key');
  expect(JSON.stringify(kept)).not.toContain('hz_');
});

it('departments, words and roles, with the errors of REST', async () => {
  const register = 'mutation($input: DepartmentInput!) { registerDepartment(input: $input) { code name } }';
  const input = { code: 'c', name: '丙局' };
  expect(failureOf(await ask(register, as(head), { input })).code).toBe('FORBIDDEN');
  expect(failureOf(await ask(register, as(admin), { input: { ...input, creditCode: '123' } }))).toEqual({
    code: 'VALIDATION_FAILED',
    field: 'creditCode',
  });
  const first = await ask(register, as(admin), { input }, 'c-1');
  expect(first.data.registerDepartment).toEqual(input);
  expect((await ask(register, as(admin), { input }, 'c-1')).data).toEqual(first.data);
  expect(failureOf(await ask(register, as(admin), { input })).code).toBe('CONFLICT');

  expect(
    (await ask('mutation { setGateWord(input: { word: "试用词语", severity: "warn" }) { word } }', as(admin))).data.setGateWord,
  ).toEqual({ word: '试用词语' });
  expect((await ask('{ gateWords { word severity updatedBy } }', system)).data.gateWords).toContainEqual({
    word: '试用词语',
    severity: 'warn',
    updatedBy: 'desk.admin',
  });
  expect((await ask('mutation { removeGateWord(word: "试用词语") { word } }', as(admin))).errors).toBeUndefined();

  await fixture.running.app.get(AccountService).grant('desk.head', { role: 'departmentAdmin', department: 'a' }, OPERATOR);
  const again = await personWith(fixture.running, 'desk.second', [{ role: 'departmentAdmin', department: 'a' }]);
  const grant = 'mutation { grantRole(account: "upload.editor", input: { role: "editor", department: "a" }) { account role department } }';
  expect((await ask(grant, as(again))).data.grantRole).toEqual({ account: 'upload.editor', role: 'editor', department: 'a' });
  expect((await ask('{ accounts { name roles } }', as(again))).data.accounts).toContainEqual({
    name: 'upload.editor',
    roles: ['editor@a'],
  });
});

it('notices belong to a person', async () => {
  expect(failureOf(await ask('{ notices { subject } }', system)).code).toBe('FORBIDDEN');
  expect((await ask('{ notices(unread: true, limit: 3) { id readAt } noticePreferences { mail } }', as(admin))).data).toEqual({
    notices: [],
    noticePreferences: { mail: true },
  });
  expect(
    (await ask('mutation { setNoticePreferences(input: { mail: false }) { mail } markNoticesRead(input: {}) { read } }', as(admin))).data,
  ).toEqual({ setNoticePreferences: { mail: false }, markNoticesRead: { read: 0 } });
});

it('the calendar, proofs and the log', async () => {
  expect((await ask('{ workYear(year: 2026) { year builtIn } }', {})).data.workYear).toEqual({ year: 2026, builtIn: true });
  expect(failureOf(await ask('{ workYear(year: 2050) { year } }', {})).code).toBe('NOT_FOUND');
  expect(
    (await ask('{ proof(identifier: "desk-law") { title revisions { revision valid } } signingKeys { algorithm } }', {})).data,
  ).toMatchObject({
    proof: { title: '甲局关于食堂的办法', revisions: [{ revision: 1 }] },
    signingKeys: expect.any(Array) as unknown,
  });
  const auditor = await personWith(fixture.running, 'desk.auditor', [{ role: 'auditor', department: null }]);
  const { data } = await ask('{ auditEvents(action: "apiKey", limit: 3) { action objectId } }', as(auditor));
  expect(data.auditEvents).toEqual(
    ['apiKey.revoked', 'apiKey.rotated', 'apiKey.created'].map((action) => ({ action, objectId: '档案系统' })),
  );
});

it('duties: listed with their record, completed once however often it is sent', async () => {
  const { running } = fixture;
  // The last test here: more than a year on, every session is over; keys stay.
  setClock(running, new Date(Date.now() + 400 * 86_400_000).toISOString());
  await running.app.get(Nightly).schedule();
  await running.app.get(Jobs).runPending();
  const { data } = await ask('{ duties { id kind title dueOn record { title department { name } } } }', system);
  const [duty] = data.duties as { id: string; kind: string; record: object }[];
  expect(duty).toMatchObject({ kind: 'nonDisclosedReview', record: { title: '甲局关于食堂的办法', department: { name: '甲局' } } });
  const complete =
    'mutation($id: ID!) { completeDuty(id: $id, input: { result: "复审后仍不予公开" }) { resolution resolvedBy nextReviewOn } }';
  const wrong = await ask('mutation($id: ID!) { completeDuty(id: $id, input: { result: "" }) { id } }', system, { id: duty!.id });
  expect(failureOf(wrong)).toEqual({ code: 'VALIDATION_FAILED', field: 'result' });
  const first = await ask(complete, system, { id: duty!.id }, 'duty-1');
  expect(first.data.completeDuty).toMatchObject({ resolution: '复审后仍不予公开' });
  expect((await ask(complete, system, { id: duty!.id }, 'duty-1')).data).toEqual(first.data);
  expect(failureOf(await ask(complete, system, { id: duty!.id })).code).toBe('CONFLICT');
});
