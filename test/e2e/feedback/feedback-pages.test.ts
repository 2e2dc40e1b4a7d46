import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Jobs } from '../../../src/modules/platform/job/index.js';
import { OutboxDispatcher } from '../../../src/modules/platform/outbox/index.js';
import { setClock } from '../../support/moved-clock.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { api, CORRECTION, DEMAND, openDepartments, QUESTION } from './feedback-fixture.js';

const ENGLISH = { Cookie: 'reading=en' };
const HAN = /\p{Script=Han}/u;

let running: TestApplication;
let keys: Awaited<ReturnType<typeof openDepartments>>;

const page = (path: string, headers: Record<string, string> = {}) => api(running).get(path).set('Accept', 'text/html').set(headers);
const post = (path: string, form: object, headers: Record<string, string> = {}) =>
  api(running)
    .post(path)
    .set(headers)
    .type('form')
    .send({ ...form });
const inMain = (html: string) => /<main[\s\S]*<\/main>/.exec(html)![0];
/** What stands in the middle of a page in no language of its own marking. */
const unmarked = (html: string) =>
  inMain(html)
    .replace(/<(span|option|p) [^>]*lang="zh-CN"[^>]*>[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, '');

async function answered(body: object, answer: string): Promise<string> {
  const { number } = (await api(running).post('/api/v1/records/lines/feedback').send(body).expect(201)).body as { number: string };
  const id = number.split('-')[2]!;
  await api(running).post(`/api/v1/feedback-cases/${id}/answer`).set(keys.a).send({ answer, publish: true }).expect(200);
  return id;
}

beforeAll(async () => {
  running = await createTestApplication({ smtpUrl: 'smtp://127.0.0.1:9', mailFrom: 'a@example.org' });
  keys = await openDepartments(running);
  await running.app.get(OutboxDispatcher).drain();
  await running.app.get(Jobs).runPending();
}, 120_000);
afterAll(() => running.close());
beforeEach(async () => {
  setClock(running, '2026-05-08T02:00:00Z');
  for (const table of ['feedback', 'feedback_origin', 'notice', 'job']) await running.query(`DELETE FROM ${table}`);
});

it('the page of a record shows what is published, in another version of itself, and the ways to say something', async () => {
  for (const path of ['/datasets/lines', '/documents/notice']) {
    const { text } = await page(path).expect(200);
    expect(text).toContain('还没有公开的提问和纠错');
    for (const kind of ['question', 'correction', 'reuse']) expect(text).toContain(`href="${path}/feedback?kind=${kind}"`);
  }
  const before = await page('/datasets/lines');
  const id = await answered({ ...QUESTION, text: `${QUESTION.text}<script>alert(1)</script>` }, '三号线停运了两周。');
  await answered({ kind: 'reuse', title: '换乘助手', address: 'https://www.example.org/', text: '用线路数据做的换乘小程序。' }, '很好用。');
  const after = await page('/datasets/lines', { 'If-None-Match': before.headers.etag! }).expect(200);
  expect(after.text).toContain('三号线停运了两周。');
  expect(after.text).toContain('&lt;script>');
  expect(after.text).toContain('<a href="https://www.example.org/" rel="noopener noreferrer nofollow">换乘助手</a>');
  await page('/datasets/lines', { 'If-None-Match': after.headers.etag! }).expect(304);
  await api(running).delete(`/api/v1/feedback-cases/${id}/publication`).set(keys.a).expect(200);
  expect((await page('/datasets/lines', { 'If-None-Match': after.headers.etag! }).expect(200)).text).not.toContain('三号线停运了两周。');
});

describe('the form about a record', () => {
  it('leads to the page on which the answer will stand, without JavaScript', async () => {
    const { text } = await page('/datasets/lines/feedback?kind=correction').expect(200);
    expect(text).toContain('<h1>指出错误</h1>');
    expect(text).toContain('10 个工作日内答复，办理部门：甲局');
    expect(text).toContain('name="email"');
    expect(text).not.toContain('name="address"');
    expect((await page('/datasets/lines/feedback?kind=reuse')).text).toContain('name="address"');
    const sent = await post('/datasets/lines/feedback', CORRECTION).expect(303);
    const status = sent.headers.location!;
    expect(status).toMatch(/^\/feedback\/hzf_[\w-]{43}$/);
    const shown = await page(status).expect(200);
    expect(shown.headers['cache-control']).toBe('no-store');
    expect(shown.text).toContain('noindex');
    for (const words of ['待答复', '2026-05-21 前', CORRECTION.text, '请把这个网址记下来', '公交线路']) expect(shown.text).toContain(words);
    setClock(running, '2026-05-22T02:00:00Z');
    expect((await page(status)).text).toContain('部门已超期');
    const [{ id }] = (await running.query<{ id: string }>('SELECT id FROM feedback')) as [{ id: string }];
    await api(running).post(`/api/v1/feedback-cases/${id}/refusal`).set(keys.a).send({ reason: '里程无误。' }).expect(200);
    const declined = (await page(status)).text;
    for (const words of ['不予采纳', '里程无误。', '甲局 2026-05-22 说明']) expect(declined).toContain(words);
    await page('/feedback/hzf_unknown').expect(404);
  });

  it('says what is wrong first, leads to it, and keeps what was filled in', async () => {
    const { text } = await post('/datasets/lines/feedback', {
      kind: 'reuse',
      title: '换乘<b>',
      text: '太短',
      address: 'ftp://x',
      email: 'no',
    }).expect(422);
    expect(text).toMatch(/role="alert"[\s\S]*<h1>/);
    for (const field of ['text', 'address', 'email']) {
      expect(text).toContain(`href="#${field}"`);
      expect(text).toMatch(new RegExp(`id="${field}"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*id="${field}"`));
    }
    expect(text).toContain('value="换乘&lt;b>"');
    expect(text).toContain('>太短</textarea>');
    expect((await post('/datasets/lines/feedback', { ...QUESTION, text: '请告诉我13800138000的机主。' }).expect(422)).text).toContain(
      '#text',
    );
    expect((await post('/datasets/lines/feedback', { kind: 'reuse', text: '短' }).expect(422)).text).toContain('有 2 处需要修改');
    expect(await running.query('SELECT FROM feedback')).toEqual([]);
  });

  it('takes nothing from programs that fill in everything, nor too much from one place', async () => {
    expect((await post('/datasets/lines/feedback', { ...QUESTION, website: 'https://spam.example/' }).expect(422)).text).toContain(
      '应当空着',
    );
    expect(await running.query('SELECT FROM feedback')).toEqual([]);
    for (let number = 0; number < 20; number++) await post('/datasets/lines/feedback', QUESTION).expect(303);
    const { text } = await post('/datasets/lines/feedback', QUESTION).expect(429);
    expect(text).toContain('请明天再来');
    expect(text).toContain(QUESTION.text);
  });

  it('is there for what is published, under its own kind', async () => {
    await page('/documents/notice/feedback').expect(200);
    await page('/documents/lines/feedback').expect(404);
    await page('/datasets/unknown/feedback').expect(404);
    await post('/documents/notice/feedback', { ...QUESTION, kind: 'praise' }).expect(303);
  });
});

describe('asking for what is not there', () => {
  it('begins where the search found nothing, with its words and the departments nearest to it', async () => {
    expect((await page('/search?q=zzzzqqqq').expect(200)).text).toContain('href="/ask?q=zzzzqqqq"');
    const { text } = await page(`/ask?q=${encodeURIComponent('公交线路')}`).expect(200);
    expect(text).toContain('value="公交线路"');
    expect(text).toMatch(/<optgroup label="可能相关的部门"><option value="a"[^>]*>甲局<\/option><\/optgroup>/);
    expect(text).toContain('这不是依申请公开');
    expect(text).toContain('0512-11112222');
    await page('/ask?q=1&q=2').expect((answer) => expect(answer.status).toBeLessThan(500));
  });

  it('is answered where the address leads, with the unit for formal requests', async () => {
    const sent = await post('/ask', { ...DEMAND, department: 'a' }).expect(303);
    const { text } = await page(sent.headers.location!).expect(200);
    for (const words of [DEMAND.title, '2026-06-04 前', '甲局', '0512-11112222']) expect(text).toContain(words);
    const unassigned = await post('/ask', { ...DEMAND, department: '' }).expect(303);
    expect((await page(unassigned.headers.location!)).text).toContain('平台正在转给应当答复的部门');
    const wrong = await post('/ask', { ...DEMAND, department: 'nobody', text: DEMAND.text }).expect(422);
    expect(wrong.text).toContain('href="#department"');
    expect(wrong.text).toContain(`value="${DEMAND.title}"`);
  });
});

it('reads in English, where only what people and departments wrote stays Chinese and is marked', async () => {
  await answered(QUESTION, '三号线停运了两周。');
  const receipt = (
    await api(running)
      .post('/api/v1/feedback')
      .send({ ...DEMAND, department: 'a' })
      .expect(201)
  ).body as { url: string };
  for (const path of ['/datasets/lines/feedback?kind=reuse', '/ask', receipt.url]) {
    const { text } = await page(path, ENGLISH).expect(200);
    expect(unmarked(text), path).not.toMatch(HAN);
  }
  const wrong = await post('/datasets/lines/feedback', { ...QUESTION, text: '短' }, ENGLISH).expect(422);
  expect(wrong.text).toContain('Text: write 10 to 2,000 characters');
  expect((await page('/datasets/lines', ENGLISH)).text).toContain('Questions and corrections');
});
