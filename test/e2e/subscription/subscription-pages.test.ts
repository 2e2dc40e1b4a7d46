import request from 'supertest';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Jobs } from '../../../src/modules/platform/job/index.js';
import { type MailServer, startMailServer, type TakenMail } from '../../support/mail-server.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';

const BASE = 'https://catalog.example.gov.cn';
const SEARCH = 'q=%E5%85%AC%E7%A7%AF%E9%87%91&kind=dataset';

let mail: MailServer;
let running: TestApplication;

beforeAll(async () => {
  mail = await startMailServer();
  running = await createTestApplication({
    smtpUrl: `smtp://127.0.0.1:${mail.port}`,
    mailFrom: '好找 <haozhao@example.org>',
    baseUrl: BASE,
  });
});
afterAll(async () => {
  await running?.close();
  await mail?.close();
});
afterEach(async () => {
  await running.query('TRUNCATE subscription, subscription_count, job');
  mail.taken.length = 0;
});

const http = () => request(running.app.getHttpServer());
const submit = (form: Record<string, string>, query = SEARCH) => http().post(`/subscriptions/new?${query}`).type('form').send(form);
const pathOf = ({ text }: TakenMail, page: string) => new RegExp(`${BASE}(/subscriptions/${page}\\?token=\\S+)`).exec(text)![1]!;
const rows = () => running.query<{ confirmed_at: Date | null }>('SELECT * FROM subscription');

async function ask(form: Record<string, string> = {}): Promise<TakenMail> {
  await submit({ email: 'lin@example.org', ...form }).expect(303);
  await running.app.get(Jobs).runPending();
  return mail.taken.at(-1)!;
}

describe('the form', () => {
  it('says which search it is, in the language of the reader', async () => {
    const chinese = await http().get(`/subscriptions/new?${SEARCH}&sort=title&limit=5&cursor=x`).expect(200);
    expect(chinese.text).toContain('公积金');
    expect(chinese.text).toMatch(/种类.*数据/s);
    expect(chinese.text).toContain(`action="/subscriptions/new?${SEARCH.replace('&', '&amp;')}"`);
    const english = await http().get(`/subscriptions/new?${SEARCH}`).set('Cookie', 'reading=en').expect(200);
    expect(english.text).toContain('News of a search by mail');
    expect(english.text).toContain('<span lang="zh-CN">公积金</span>');
  });

  it('leads to the same page whether the address is known or not', async () => {
    for (let twice = 0; twice < 2; twice++)
      expect((await submit({ email: 'lin@example.org' }).expect(303)).headers.location).toBe('/subscriptions/sent');
    expect((await http().get('/subscriptions/sent').expect(200)).text).toContain('48 小时');
  });

  it.each([
    ['reading=zh', '请填写一个邮箱地址'],
    ['reading=en', 'Enter an e-mail address'],
  ])('says what is wrong first and at the field, with what was filled in (%s)', async (cookie, sentence) => {
    const answer = await submit({ email: 'lin at home', frequency: 'weekly' }).set('Cookie', cookie).expect(422);
    expect(answer.text).toMatch(new RegExp(`role="alert".*href="#email">${sentence}`, 's'));
    expect(answer.text).toMatch(/<input[^>]*name="email"[^>]*aria-invalid="true"[^>]*value="lin at home"/);
    expect(answer.text).toMatch(/value="weekly" checked/);
  });

  it('takes nothing from programs that fill in what nobody sees', async () => {
    await submit({ email: 'lin@example.org', website: 'http://spam.example' }).expect(303);
    expect(await rows()).toEqual([]);
  });

  it('offers the feed alone without a mail server', async () => {
    const silent = await createTestApplication();
    try {
      const { text } = await request(silent.app.getHttpServer()).get(`/subscriptions/new?${SEARCH}`).expect(200);
      expect(text).toContain(`/search.atom?${SEARCH.replace('&', '&amp;')}`);
      expect(text).not.toContain('name="email"');
      await request(silent.app.getHttpServer()).post(`/subscriptions/new?${SEARCH}`).type('form').send({ email: 'a@b.cn' }).expect(409);
    } finally {
      await silent.close();
    }
  });
});

describe('links of mails', () => {
  it('confirm nothing by themselves: a program that follows them changes nothing', async () => {
    const asked = await ask({ frequency: 'weekly' });
    const path = pathOf(asked, 'confirm');
    const page = await http().get(path).expect(200);
    await http().head(path).expect(200);
    await http().get(pathOf(asked, 'cancel')).expect(200);
    expect((await rows()).map(({ confirmed_at }) => confirmed_at)).toEqual([null]);
    expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect(page.text).toContain('noindex');
    expect(page.text).toMatch(/公积金.*种类.*数据.*每周一一封/s);
    const [, action] = /action="(\/subscriptions\/confirm[^"]*)" method="post"/.exec(page.text)!;
    expect((await http().post(action!.replaceAll('&amp;', '&')).type('form').send({}).expect(200)).text).toContain('已经订阅');
    expect((await rows()).map(({ confirmed_at }) => confirmed_at !== null)).toEqual([true]);
  });

  it('cancel by the button, one or all', async () => {
    await ask();
    const asked = await ask();
    await submit({ email: 'lin@example.org' }, 'q=b').expect(303);
    await http().post(pathOf(asked, 'confirm')).type('form').send({}).expect(200);
    expect(await rows()).toHaveLength(2);
    const { text } = await http().get(pathOf(asked, 'cancel')).expect(200);
    expect(text).toContain('退订这个搜索');
    const done = await http().post(pathOf(asked, 'cancel')).type('form').send({ all: 'on' }).expect(200);
    expect(done.text).toContain('2 个订阅');
    expect(await rows()).toEqual([]);
  });

  it.each(['multipart/form-data; boundary=x', 'application/x-www-form-urlencoded'])(
    'cancel by one click of a mail program (%s)',
    async (type) => {
      const asked = await ask();
      const address = /^List-Unsubscribe: ?<([^>]+)>/m.exec(asked.raw.replace(/\r\n[ \t]+/g, ''))![1]!;
      const body = type.startsWith('multipart')
        ? '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n'
        : 'List-Unsubscribe=One-Click';
      await http().post(address.slice(BASE.length)).set('Content-Type', type).send(body).expect(200);
      expect(await rows()).toEqual([]);
      await http().post(address.slice(BASE.length)).set('Content-Type', type).send(body).expect(200);
    },
  );

  it('that are cut off or over say so', async () => {
    const asked = await ask();
    const path = pathOf(asked, 'confirm');
    expect((await http().get(path.slice(0, -3)).set('Accept', 'text/html').expect(404)).text).toContain('不完整');
    await http().get('/subscriptions/confirm').expect(404);
    await http().post(pathOf(asked, 'cancel')).type('form').send({}).expect(200);
    expect((await http().get(path).set('Accept', 'text/html').expect(410)).text).toContain('重新订阅');
    expect((await http().post(path).set('Accept', 'text/html').type('form').send({}).expect(410)).text).toContain('重新订阅');
  });
});
