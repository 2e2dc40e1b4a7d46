import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Nightly } from '../../../src/modules/catalog/index.js';
import { Jobs } from '../../../src/modules/platform/job/index.js';
import { type MailServer, startMailServer } from '../../support/mail-server.js';
import { setClock } from '../../support/moved-clock.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { type Person, personWith } from '../access/people.js';
import { api, CORRECTION, DEMAND, forgetOrigins, openDepartments, QUESTION } from './feedback-fixture.js';

const OF_LINES = '/api/v1/records/lines/feedback';
const CASES = '/api/v1/feedback-cases';
const EMAIL = 'reader@example.org';

let running: TestApplication;
let mail: MailServer;
let approver: Person;
let admin: Person;
let keys: Awaited<ReturnType<typeof openDepartments>>;

interface Answer {
  id: string;
  number: string;
  token: string;
  url: string;
  dueOn: string;
  mailed: boolean;
  state: string;
  detail: string;
  errors: { field: string; message: string }[];
}

const submit = (body: object, path = OF_LINES) => api(running).post(path).send(body);
const taken = async (body: object, path = OF_LINES): Promise<Answer> => (await submit(body, path).expect(201)).body as Answer;
const statusOf = async ({ token }: Answer) => (await api(running).get(`/api/v1/feedback/${token}`).expect(200)).body as Answer;
const casesFor = async (key: Record<string, string>, query = '') =>
  (await api(running).get(`${CASES}${query}`).set(key).expect(200)).body as Answer[];
const step = (key: Record<string, string>, id: string, path: string, body: object) =>
  api(running).post(`${CASES}/${id}/${path}`).set(key).send(body);
const idOf = ({ number }: Answer) => number.split('-')[2]!;
const published = async (path = OF_LINES) => (await api(running).get(path).expect(200)).body as Answer[];
const as = ({ token }: Person) => ({ Authorization: `Bearer ${token}` });
const noticesOf = async (name: string) =>
  running.query<{ key: string; subject: string; due_on: string }>(
    `SELECT n.key, n.subject, n.due_on FROM notice n JOIN account a ON a.id = n.account_id WHERE a.name = $1 AND n.kind = 'feedback' ORDER BY n.id`,
    [name],
  );
async function night(instant: string): Promise<void> {
  setClock(running, instant);
  await running.app.get(Nightly).schedule();
  await running.app.get(Jobs).runPending();
}

beforeAll(async () => {
  mail = await startMailServer();
  running = await createTestApplication({
    secondFactor: 'off',
    smtpUrl: `smtp://127.0.0.1:${mail.port}`,
    mailFrom: '好找 <haozhao@example.org>',
    baseUrl: 'https://catalog.example.org',
  });
  keys = await openDepartments(running);
  approver = await personWith(running, 'f.approver', [{ role: 'approver', department: 'a' }]);
  admin = await personWith(running, 'f.admin', [{ role: 'systemAdmin', department: null }]);
}, 120_000);
afterAll(async () => {
  await running.close();
  await mail.close();
});
beforeEach(async () => {
  setClock(running, '2026-05-08T02:00:00Z');
  mail.taken.length = 0;
  mail.refused.clear();
  for (const table of ['feedback', 'feedback_origin', 'notice', 'job']) await running.query(`DELETE FROM ${table}`);
});

describe('what is submitted', () => {
  it('gets a number, a token and a day, and is public nowhere', async () => {
    const made = await submit(QUESTION).expect(201);
    expect(made.headers['cache-control']).toBe('no-store');
    const receipt = made.body as Answer;
    expect(receipt).toMatchObject({ number: expect.stringMatching(/^FK-2026-\d+$/), dueOn: '2026-05-21', mailed: false });
    expect(receipt.url).toBe(`/feedback/${receipt.token}`);
    expect(await statusOf(receipt)).toMatchObject({
      state: 'waiting',
      kind: 'question',
      record: 'lines',
      overdue: false,
      published: false,
    });
    expect(await published()).toEqual([]);
    expect(JSON.stringify(await running.query('SELECT * FROM feedback'))).not.toContain(receipt.token);
    expect(await noticesOf('f.approver')).toMatchObject([{ subject: '待答复的提问：公交线路', due_on: '2026-05-21' }]);
    await api(running).get('/api/v1/feedback/hzf_wrong').expect(404);
  });

  it('is held against its form, and each flaw is named', async () => {
    for (const [change, field] of [
      [{ text: '太短' }, 'text'],
      [{ text: '长'.repeat(2001) }, 'text'],
      [{ kind: 'praise' }, 'kind'],
      [{ email: 'not an address' }, 'email'],
      [{ kind: 'reuse' }, 'title'],
      [{ title: '不该有的名称' }, 'title'],
      [{ kind: 'reuse', title: '换乘助手', address: 'javascript:alert(1)' }, 'address'],
    ] as const)
      expect(((await submit({ ...QUESTION, ...change }).expect(422)).body as Answer).errors, JSON.stringify(change)).toMatchObject([
        { field },
      ]);
    expect(((await submit({ ...DEMAND, department: 'none' }, '/api/v1/feedback').expect(422)).body as Answer).errors).toMatchObject([
      { field: 'department' },
    ]);
    await submit(QUESTION, '/api/v1/records/unknown/feedback').expect(404);
    expect(await running.query('SELECT FROM feedback')).toEqual([]);
    expect(await running.query('SELECT FROM feedback_origin')).toEqual([]);
  });

  it('with personal data is refused with the reason, and not kept', async () => {
    const { errors } = (await submit({ ...CORRECTION, text: '林某某的手机13800138000写错了，请改正。' }).expect(422)).body as Answer;
    expect(errors).toMatchObject([{ field: 'text' }]);
    expect(errors[0]!.message).not.toContain('13800138000');
    expect(await running.query('SELECT FROM feedback')).toEqual([]);
  });

  it('comes twenty times a day from one address, and again the day after', async () => {
    await running.query('DELETE FROM feedback_origin');
    for (let number = 0; number < 20; number++) await taken(QUESTION);
    const refused = await submit(QUESTION).expect(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(await running.query('SELECT FROM feedback')).toHaveLength(20);
    setClock(running, '2026-05-09T02:00:00Z');
    await taken(QUESTION);
    expect(await running.query('SELECT DISTINCT day FROM feedback_origin')).toEqual([{ day: '2026-05-09' }]);
  });
});

describe('the department', () => {
  it('sees its own, and nobody else does; neither sees the address', async () => {
    const receipt = await taken({ ...QUESTION, email: EMAIL });
    expect(receipt.mailed).toBe(true);
    const [mine] = await casesFor(keys.a);
    expect(mine).toMatchObject({ number: receipt.number, state: 'waiting', daysLeft: 10, record: 'lines', department: 'a' });
    expect(JSON.stringify(mine)).not.toContain(EMAIL);
    expect(JSON.stringify(await running.query('SELECT * FROM feedback'))).not.toContain(EMAIL);
    expect(await casesFor(keys.b)).toEqual([]);
    expect(await casesFor(keys.a, '?kind=correction')).toEqual([]);
    await api(running).get(CASES).expect(401);
    await step(keys.b, idOf(receipt), 'answer', { answer: '好', publish: true }).expect(404);
    await step(keys.readsA, idOf(receipt), 'answer', { answer: '好', publish: true }).expect(403);
    await step(keys.a, 'x', 'answer', { answer: '好', publish: true }).expect(404);
  });

  it('answers and publishes, and takes back what was published; one mail goes out', async () => {
    const receipt = await taken({ ...CORRECTION, email: EMAIL });
    const body = { answer: '已核实，应为三十公里。', publish: true, confirmed: true };
    expect((await step(keys.a, idOf(receipt), 'answer', body).expect(200)).body).toMatchObject({ state: 'answered', published: true });
    expect(await published()).toEqual([
      {
        number: receipt.number,
        kind: 'correction',
        title: null,
        address: null,
        text: CORRECTION.text,
        submittedOn: '2026-05-08',
        answer: body.answer,
        answeredOn: '2026-05-08',
        departmentName: '甲局',
        confirmed: true,
      },
    ]);
    await running.app.get(Jobs).runPending();
    await running.app.get(Jobs).runPending();
    expect(mail.taken).toMatchObject([{ to: [EMAIL], subject: expect.stringContaining(receipt.number) }]);
    expect(mail.taken[0]!.text).toContain(body.answer);
    expect(mail.taken[0]!.text).toContain('https://catalog.example.org/datasets/lines');
    expect(mail.taken[0]!.text).not.toContain(CORRECTION.text);
    await step(keys.a, idOf(receipt), 'refusal', { reason: '迟了' }).expect(409);
    await api(running)
      .delete(`${CASES}/${idOf(receipt)}/publication`)
      .set(keys.a)
      .expect(200);
    expect(await published()).toEqual([]);
    expect(await statusOf(receipt)).toMatchObject({ state: 'answered', published: false, answer: body.answer });
    await api(running)
      .delete(`${CASES}/${idOf(receipt)}/publication`)
      .set(keys.a)
      .expect(409);
    const actions = await running.query<{ action: string; actor: string }>(
      `SELECT action, actor FROM audit_event WHERE object_type = 'feedback' AND object_id = $1 ORDER BY seq`,
      [receipt.number],
    );
    expect(actions).toEqual([
      { action: 'feedback.submitted', actor: 'visitor' },
      { action: 'feedback.answered', actor: 'key:甲局系统' },
      { action: 'feedback.unpublished', actor: 'key:甲局系统' },
    ]);
  });

  it('publishes no personal data, and changes nothing when it tries', async () => {
    const receipt = await taken(QUESTION);
    const refused = await step(keys.a, idOf(receipt), 'answer', { answer: '请打13800138000问李某。', publish: true }).expect(422);
    expect((refused.body as Answer).errors).toMatchObject([{ field: 'answer' }]);
    expect(await statusOf(receipt)).toMatchObject({ state: 'waiting', answer: null });
    await step(keys.a, idOf(receipt), 'answer', { answer: '好', publish: true, confirmed: true }).expect(422);
    await step(keys.a, idOf(receipt), 'answer', { answer: '', publish: false }).expect(422);
    await step(keys.a, idOf(receipt), 'answer', { answer: '请到窗口咨询。', publish: false }).expect(200);
    expect(await published()).toEqual([]);
    expect(await statusOf(receipt)).toMatchObject({ state: 'answered', answer: '请到窗口咨询。', published: false });
  });

  it('declines with a reason that only the asker reads', async () => {
    const receipt = await taken({
      kind: 'reuse',
      title: '换乘助手',
      address: 'https://www.example.org/',
      text: '用线路数据做的换乘小程序。',
    });
    await step(keys.a, idOf(receipt), 'refusal', {}).expect(422);
    await step(keys.a, idOf(receipt), 'refusal', { reason: '网址打不开。' }).expect(200);
    expect(await statusOf(receipt)).toMatchObject({ state: 'declined', answer: '网址打不开。' });
    expect(await published()).toEqual([]);
  });

  it('decides once, whoever decides at the same time', async () => {
    const receipt = await taken(QUESTION);
    const both = await Promise.all([
      step(keys.a, idOf(receipt), 'answer', { answer: '一', publish: true }),
      step(as(approver), idOf(receipt), 'refusal', { reason: '二' }),
      step(keys.a, idOf(receipt), 'answer', { answer: '三', publish: false }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const events = await running.query(
      `SELECT FROM audit_event WHERE object_type = 'feedback' AND object_id = $1 AND action <> 'feedback.submitted'`,
      [receipt.number],
    );
    expect(events).toHaveLength(1);
  });

  it('answers the same request once', async () => {
    const receipt = await taken(QUESTION);
    const send = () =>
      step(keys.a, idOf(receipt), 'answer', { answer: '见附件。', publish: true }).set('Idempotency-Key', 'answer-once-0001');
    await send().expect(200);
    expect((await send().expect(200)).headers['idempotent-replayed']).toBe('true');
  });
});

describe('a demand', () => {
  it('of a department is answered there, and never published', async () => {
    const receipt = await taken({ ...DEMAND, department: 'b' }, '/api/v1/feedback');
    expect(receipt.dueOn).toBe('2026-06-04');
    expect(await casesFor(keys.b)).toMatchObject([{ kind: 'demand', title: DEMAND.title, record: null }]);
    await step(keys.b, idOf(receipt), 'answer', { answer: '可在城管局网站查到。', publish: true }).expect(422);
    await step(keys.b, idOf(receipt), 'answer', { answer: '可在城管局网站查到。', publish: false }).expect(200);
  });

  it('of nobody waits for the administrator to choose a department, as does what is said of a record of nobody', async () => {
    const demand = await taken(DEMAND, '/api/v1/feedback');
    const question = await taken(QUESTION, '/api/v1/records/nobodys/feedback');
    expect(await casesFor(keys.a)).toEqual([]);
    await api(running).get(`${CASES}/unassigned`).set(keys.a).expect(403);
    const waiting = (await api(running).get(`${CASES}/unassigned`).set(as(admin)).expect(200)).body as Answer[];
    expect(waiting.map(({ number }) => number)).toEqual([question.number, demand.number]);
    await step(as(admin), idOf(demand), 'answer', { answer: '好', publish: false }).expect(403);
    await step(as(admin), idOf(demand), 'assignment', { department: 'none' }).expect(422);
    await step(as(admin), idOf(demand), 'assignment', { department: 'a' }).expect(200);
    await step(as(admin), idOf(demand), 'assignment', { department: 'b' }).expect(409);
    expect(await casesFor(keys.a)).toMatchObject([{ number: demand.number, dueOn: demand.dueOn }]);
    expect(await noticesOf('f.approver')).toMatchObject([{ subject: '待答复的需求' }]);
  });
});

it('reminds once of what is due and once of what is late, and forgets the address a year after the end', async () => {
  const late = await taken({ ...QUESTION, email: EMAIL });
  for (const instant of ['2026-05-20', '2026-05-21', '2026-05-22', '2026-05-23']) await night(`${instant}T00:10:00+08:00`);
  expect((await noticesOf('f.approver')).map(({ key }) => key.replace(idOf(late), 'N'))).toEqual([
    'feedback:N',
    'feedback:N:due',
    'feedback:N:late',
  ]);
  expect((await casesFor(keys.a))[0]).toMatchObject({ overdue: true, daysLeft: 0 });
  await step(keys.a, idOf(late), 'answer', { answer: '见说明。', publish: true }).expect(200);
  await running.app.get(Jobs).runPending();
  expect(mail.taken).toHaveLength(1);
  const kept = async () => (await running.query<{ contact: string | null }>('SELECT contact FROM feedback'))[0]!.contact;
  await night('2027-05-22T00:10:00+08:00');
  expect(await kept()).not.toBeNull();
  await night('2027-05-23T00:10:00+08:00');
  expect(await kept()).toBeNull();
});

it('gives a refused address up, and mails again after a failure', async () => {
  mail.refused.add(EMAIL);
  const receipt = await taken({ ...QUESTION, email: EMAIL });
  await step(keys.a, idOf(receipt), 'answer', { answer: '见说明。', publish: true }).expect(200);
  await running.app.get(Jobs).runPending();
  expect(mail.taken).toEqual([]);
  expect(await running.query(`SELECT name FROM job WHERE failed_at IS NOT NULL`)).toEqual([{ name: 'feedback.mail' }]);
});

it('says and does the same by GraphQL', async () => {
  await forgetOrigins(running);
  const ask = async (query: string, variables: object, headers: Record<string, string> = {}) =>
    (await api(running).post('/graphql').set(headers).send({ query, variables })).body as {
      data: Record<string, Answer & Answer[]>;
      errors?: { extensions: { code: string } }[];
    };
  const made = await ask(
    'mutation ($id: ID!, $input: FeedbackInput!) { submitFeedback(identifier: $id, input: $input) { number token dueOn } }',
    { id: 'notice', input: QUESTION },
  );
  const receipt = made.data.submitFeedback!;
  const wrong = await ask('mutation ($input: DemandInput!) { submitDemand(input: $input) { number } }', {
    input: { ...DEMAND, text: '短' },
  });
  expect(wrong.errors![0]!.extensions.code).toBe('VALIDATION_FAILED');
  const demanded = await ask('mutation ($input: DemandInput!) { submitDemand(input: $input) { number } }', { input: DEMAND });
  const demand = demanded.data.submitDemand!;
  expect((await ask('{ feedbackCases(kind: "question") { id number daysLeft } }', {}, keys.a)).data.feedbackCases).toMatchObject([
    { number: receipt.number, daysLeft: 10 },
  ]);
  expect((await ask('{ unassignedFeedback { number } }', {}, as(admin))).data.unassignedFeedback).toEqual([{ number: demand.number }]);
  expect((await ask('{ unassignedFeedback { number } }', {}, keys.a)).errors![0]!.extensions.code).toBe('FORBIDDEN');
  await ask('mutation ($id: ID!) { assignFeedback(id: $id, input: { department: "b" }) { id } }', { id: idOf(demand) }, as(admin));
  await ask('mutation ($id: ID!) { declineFeedback(id: $id, input: { reason: "没有" }) { id } }', { id: idOf(demand) }, keys.b);
  await ask(
    'mutation ($id: ID!) { answerFeedback(id: $id, input: { answer: "见正文。", publish: true }) { state } }',
    { id: idOf(receipt) },
    keys.a,
  );
  expect((await ask('{ recordFeedback(identifier: "notice") { number answer } }', {})).data.recordFeedback).toEqual([
    { number: receipt.number, answer: '见正文。' },
  ]);
  const status = 'query ($token: ID!) { feedbackStatus(token: $token) { state recordUrl } }';
  expect((await ask(status, { token: receipt.token })).data.feedbackStatus).toEqual({ state: 'answered', recordUrl: '/documents/notice' });
  await ask('mutation ($id: ID!) { unpublishFeedback(id: $id) { id } }', { id: idOf(receipt) }, keys.a);
  expect((await ask('{ recordFeedback(identifier: "notice") { number } }', {})).data.recordFeedback).toEqual([]);
});
