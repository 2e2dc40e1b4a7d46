import request from 'supertest';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Nightly } from '../../../src/modules/catalog/index.js';
import { Jobs } from '../../../src/modules/platform/job/index.js';
import { OutboxDispatcher } from '../../../src/modules/platform/outbox/index.js';
import { DigestRound } from '../../../src/modules/subscription/index.js';
import { importContent, jsonLines } from '../../integration/catalog/import-text.js';
import { type MailServer, startMailServer, type TakenMail } from '../../support/mail-server.js';
import { setClock } from '../../support/moved-clock.js';
import { ServerProcesses } from '../../support/server-process.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';

const BASE = 'https://catalog.example.gov.cn';
const THURSDAY = '2026-11-26T02:00:00.000Z';
const FRIDAY = '2026-11-27T02:00:00.000Z';
const SATURDAY = '2026-11-28T02:00:00.000Z';
const MONDAY = '2026-11-30T02:00:00.000Z';

let mail: MailServer;
let running: TestApplication;
let count = 0;

async function open(settings: object = {}): Promise<TestApplication> {
  const smtpUrl = `smtp://127.0.0.1:${mail.port}`;
  return createTestApplication({ smtpUrl, mailFrom: '好找 <haozhao@example.org>', baseUrl: BASE, ...settings });
}

beforeAll(async () => {
  mail = await startMailServer();
  running = await open();
});
afterAll(async () => {
  await running?.close();
  await mail?.close();
});
beforeEach(() => setClock(running, THURSDAY));
afterEach(async () => {
  await running.query('TRUNCATE subscription, subscription_count, job');
  mail.taken.length = 0;
  mail.refused.clear();
  delete mail.beforeAnswer;
});

const http = () => request(running.app.getHttpServer());
const post = (path: string, body: object) => http().post(`/api/v1/subscriptions${path}`).send(body);
const work = () => running.app.get(Jobs).runPending();
const round = () => running.app.get(DigestRound).run();
const tokenOf = ({ text }: TakenMail, page: string) => new RegExp(`${BASE}/subscriptions/${page}\\?token=(\\S+)`).exec(text)![1]!;
const headOf = ({ raw }: TakenMail) => raw.split('\r\n\r\n')[0]!.replace(/\r\n[ \t]+/g, ' ');
const rows = () =>
  running.query<{ id: string; position: string; refusals: number; due_on: string }>('SELECT * FROM subscription ORDER BY id');

/** Subscribes and confirms; answers the mail with the link. */
async function subscribe(fields: object = {}, email = 'lin@example.org'): Promise<TakenMail> {
  await post('', { email, ...fields }).expect(202);
  await work();
  const asked = mail.taken.at(-1)!;
  await post('/confirmation', { token: tokenOf(asked, 'confirm') }).expect(200);
  return asked;
}

/** Puts datasets into the catalog and, unless told, into the index. */
async function publish(titles: readonly string[], more: object = {}, { drain = true } = {}): Promise<string[]> {
  const records = titles.map((title) => ({ kind: 'dataset', identifier: `neu-${count++}`, title, provider: '某局', ...more }));
  const { rejected } = await importContent(running, jsonLines(...records));
  expect(rejected).toEqual([]);
  if (drain) await running.app.get(OutboxDispatcher).drain();
  return records.map(({ identifier }) => identifier);
}

describe('asking for a subscription', () => {
  it('sends the owner of the mailbox a link, and nothing that was typed', async () => {
    const answer = await post('', { email: 'lin@example.org', q: '中奖请打 12345', kind: ['dataset'] }).expect(202);
    expect(answer.body).toEqual({ message: expect.stringContaining('48 小时') as string, confirmWithinHours: 48 });
    await work();
    expect(mail.taken).toHaveLength(1);
    const [asked] = mail.taken as [TakenMail];
    expect(asked.to).toEqual(['lin@example.org']);
    expect(asked.subject).toBe('好找：请确认订阅');
    expect(asked.subject + asked.text).not.toMatch(/中奖|12345/);
    expect(tokenOf(asked, 'confirm')).toMatch(/^\d+\.[\w-]{43}$/);
    expect(headOf(asked)).toContain(`List-Unsubscribe: <${BASE}/subscriptions/cancel?token=${tokenOf(asked, 'cancel')}>`);
    expect(headOf(asked)).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  });

  it('keeps the address and the links nowhere in the clear', async () => {
    await subscribe({ q: '公积金' });
    const tables = ['subscription', 'subscription_count', 'job', 'outbox_message', 'audit_event'];
    const dump = (await Promise.all(tables.map((table) => running.query(`SELECT to_jsonb(t)::text AS text FROM ${table} t`)))).flat();
    const [asked] = mail.taken as [TakenMail];
    for (const secret of ['lin@', 'example.org', tokenOf(asked, 'confirm').split('.')[1]!, tokenOf(asked, 'cancel').split('.')[1]!])
      expect(JSON.stringify(dump)).not.toContain(secret);
  });

  it('answers alike whether the address is known or not', async () => {
    await subscribe({ q: '公积金' });
    const known = await post('', { email: 'lin@example.org', q: '公积金' }).expect(202);
    const unknown = await post('', { email: 'wang@example.org', q: '公积金' }).expect(202);
    expect(known.body).toEqual(unknown.body);
  });

  it('floods nobody: three mails a day to a mailbox, in whatever spelling, and twenty subscriptions', async () => {
    for (const email of ['lin@example.org', 'LIN@example.org', 'lin+a@example.org', 'lin+b@example.org'])
      await post('', { email, q: email }).expect(202);
    await work();
    expect(mail.taken).toHaveLength(3);
    for (let day = 1; day <= 8; day++) {
      setClock(running, `2026-12-0${day}T02:00:00.000Z`);
      for (const q of ['a', 'b', 'c']) await post('', { email: 'wang@example.org', q: `${q}${day}` }).expect(202);
      for (const { id } of await rows()) await running.query(`UPDATE subscription SET expires_at = '2099-01-01' WHERE id = $1`, [id]);
    }
    expect((await running.query('SELECT FROM subscription')).length).toBe(3 + 20);
  });

  it('takes fifty a day from one place', async () => {
    for (let number = 0; number < 50; number++) await post('', { email: `a${number}@example.org` }).expect(202);
    const refused = await post('', { email: 'b@example.org' }).expect(429);
    expect((refused.body as { detail: string }).detail).toContain('明天');
    expect(Number(refused.headers['retry-after'])).toBe(14 * 3600);
    setClock(running, FRIDAY);
    await post('', { email: 'b@example.org' }).expect(202);
  });

  it.each([
    [{}, 422, 'email'],
    [{ email: 'nobody' }, 422, 'email'],
    [{ email: 'a@b.cn\r\nBcc: c@d.cn' }, 422, 'email'],
    [{ email: 'a@b.cn', frequency: 'hourly' }, 422, 'frequency'],
    [{ email: 'a@b.cn', q: '长'.repeat(501) }, 422, 'q'],
    [{ email: 'a@b.cn', kind: ['music'] }, 400, 'kind'],
    [{ email: 'a@b.cn', cursor: 'x' }, 422, 'cursor'],
  ])('refuses %j by name', async (body, status, field) => {
    const answer = await post('', body).expect(status);
    expect((answer.body as { errors: { field: string }[] }).errors.map((each) => each.field)).toContain(field);
    expect(await rows()).toEqual([]);
  });

  it('forgets an address that the mail server refuses', async () => {
    mail.refused.add('gone@example.org');
    await post('', { email: 'gone@example.org' }).expect(202);
    await work();
    expect(await rows()).toEqual([]);
    expect(JSON.stringify(await running.query('SELECT * FROM job'))).not.toContain('gone@');
  });

  it('is not offered without a mail server', async () => {
    const silent = await createTestApplication();
    try {
      const answer = await request(silent.app.getHttpServer()).post('/api/v1/subscriptions').send({ email: 'lin@example.org' }).expect(409);
      expect((answer.body as { detail: string }).detail).toContain('/search.atom');
    } finally {
      await silent.close();
    }
  });
});

describe('confirming and cancelling', () => {
  it('shows what was confirmed, and confirms again without harm', async () => {
    const asked = await subscribe({ q: '公积金', kind: ['dataset'], year: ['2024'], frequency: 'weekly' });
    const again = await post('/confirmation', { token: tokenOf(asked, 'confirm') }).expect(200);
    expect(again.body).toEqual({
      q: '公积金',
      conditions: [
        { label: '种类', values: ['数据'] },
        { label: '年份', values: ['2024年'] },
      ],
      frequency: 'weekly',
      confirmed: true,
      url: '/search?q=%E5%85%AC%E7%A7%AF%E9%87%91&kind=dataset&year=2024&sort=newest',
    });
    expect((await rows()).map(({ due_on }) => due_on)).toEqual(['2026-11-30']);
  });

  it('confirms until 48 hours are over; then everything is deleted', async () => {
    await post('', { email: 'lin@example.org' }).expect(202);
    await work();
    const token = tokenOf(mail.taken[0]!, 'confirm');
    setClock(running, '2026-11-28T02:00:00.000Z');
    expect((await post('/confirmation', { token }).expect(410)).body).toMatchObject({
      detail: expect.stringContaining('48 小时') as string,
    });
    await work();
    expect(await rows()).toEqual([]);
    await post('/confirmation', { token }).expect(410);
  });

  it.each(['x', '1.', `1.${'A'.repeat(43)}`, '99999999999999999999.x'])('knows no link %s', async (token) => {
    await post('/confirmation', { token }).expect(404);
    await post('/cancellation', { token }).expect(404);
  });

  it('takes the link of one purpose for no other', async () => {
    const asked = await subscribe();
    await post('/cancellation', { token: tokenOf(asked, 'confirm') }).expect(404);
    await post('/confirmation', { token: tokenOf(asked, 'cancel') }).expect(404);
  });

  it('has one subscription for one search of a mailbox, with the frequency confirmed last', async () => {
    await subscribe({ q: '公积金', kind: ['document', 'dataset'] });
    const before = await rows();
    await publish(['别的']);
    await subscribe({ q: '公积金', kind: ['dataset', 'document'], frequency: 'weekly' });
    const after = await rows();
    expect(after).toHaveLength(1);
    expect(after[0]).toMatchObject({ frequency: 'weekly', position: before[0]!.position });
  });

  it('deletes the address, and says so again when it is asked twice', async () => {
    const asked = await subscribe({ q: 'a' });
    await subscribe({ q: 'b' });
    const token = tokenOf(asked, 'cancel');
    expect((await post('/cancellation', { token }).expect(200)).body).toEqual({ cancelled: 1 });
    expect((await post('/cancellation', { token }).expect(200)).body).toEqual({ cancelled: 0 });
    expect(await rows()).toHaveLength(1);
  });

  it('deletes all of a mailbox on demand, and nothing of others', async () => {
    const asked = await subscribe({ q: 'a' });
    await subscribe({ q: 'b' });
    await subscribe({ q: 'a' }, 'wang@example.org');
    expect((await post('/cancellation', { token: tokenOf(asked, 'cancel'), all: true }).expect(200)).body).toEqual({ cancelled: 2 });
    expect(await rows()).toHaveLength(1);
  });

  it('does the same by GraphQL', async () => {
    const ask = async (query: string) => {
      const { body } = (await http().post('/graphql').send({ query }).expect(200)) as { body: { data: object; errors?: object } };
      expect(body.errors).toBeUndefined();
      return body.data;
    };
    await ask(`mutation { createSubscription(input: { email: "lin@example.org", q: "公积金", kind: ["dataset"] }) { message } }`);
    await work();
    const asked = mail.taken[0]!;
    expect(
      await ask(`mutation { confirmSubscription(input: { token: "${tokenOf(asked, 'confirm')}" }) { q frequency confirmed } }`),
    ).toEqual({ confirmSubscription: { q: '公积金', frequency: 'daily', confirmed: true } });
    expect(await ask(`mutation { cancelSubscription(input: { token: "${tokenOf(asked, 'cancel')}" }) { cancelled } }`)).toEqual({
      cancelSubscription: { cancelled: 1 },
    });
  });
});

describe('news at night', () => {
  it('tells what became public since, once, with links', async () => {
    await publish(['住房公积金旧表']);
    await subscribe({ q: '公积金', kind: ['dataset'] });
    const [identifier] = await publish(['住房公积金新表', '公共厕所名录']);
    mail.taken.length = 0;
    expect(await round()).toMatchObject({ sent: 0 });
    setClock(running, FRIDAY);
    expect(await round()).toMatchObject({ sent: 1, failed: 0 });
    expect(mail.taken).toHaveLength(1);
    const [news] = mail.taken as [TakenMail];
    expect(news.subject).toBe('好找：“公积金”有 1 条新内容');
    expect(news.text).toContain('住房公积金新表');
    expect(news.text).toContain(`${BASE}/datasets/${identifier}`);
    expect(news.text).toContain(`${BASE}/search?q=%E5%85%AC%E7%A7%AF%E9%87%91&kind=dataset&sort=newest`);
    expect(news.text).not.toMatch(/旧表|厕所/);
    expect(headOf(news)).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    await post('/cancellation', { token: tokenOf(news, 'cancel') }).expect(200, { cancelled: 1 });
    setClock(running, SATURDAY);
    await publish(['住房公积金更新的表']);
    expect(await round()).toEqual({ sent: 0, quiet: 0, refused: 0, failed: 0 });
  });

  it('sends nothing when there is nothing, or only something that lacks a word', async () => {
    await subscribe({ q: '公积金 候船亭' });
    await publish(['住房公积金贷款表', '候船亭分布表']);
    mail.taken.length = 0;
    setClock(running, FRIDAY);
    expect(await round()).toMatchObject({ sent: 0, quiet: 1 });
    expect(mail.taken).toEqual([]);
    await publish(['公积金网点与候船亭']);
    setClock(running, SATURDAY);
    expect(await round()).toMatchObject({ sent: 1 });
  });

  it('sends what is weekly on Mondays, and what is daily every night', async () => {
    await subscribe({ frequency: 'weekly' }, 'weekly@example.org');
    await subscribe({}, 'daily@example.org');
    mail.taken.length = 0;
    const nights: string[][] = [];
    for (const day of [FRIDAY, SATURDAY, MONDAY]) {
      await publish([`新表 ${day}`]);
      setClock(running, day);
      const before = mail.taken.length;
      await round();
      nights.push(mail.taken.slice(before).flatMap(({ to }) => to));
    }
    expect(nights.map((to) => to.sort())).toEqual([
      ['daily@example.org'],
      ['daily@example.org'],
      ['daily@example.org', 'weekly@example.org'],
    ]);
    const weekly = mail.taken.find(({ to }) => to[0] === 'weekly@example.org')!;
    for (const day of [FRIDAY, SATURDAY, MONDAY]) expect(weekly.text).toContain(`新表 ${day}`);
  });

  it('lists twenty titles of many, and says how many there are', async () => {
    await subscribe({ q: '年鉴' });
    await publish(Array.from({ length: 130 }, (_, index) => `年鉴第${index}卷`));
    mail.taken.length = 0;
    setClock(running, FRIDAY);
    await round();
    const [news] = mail.taken as [TakenMail];
    expect(news.subject).toContain('130 条');
    expect(news.text.match(/^\d+\. /gm)).toHaveLength(20);
    expect(news.text).toContain('前 20 条');
  });

  it('puts no line of its own making into a mail', async () => {
    await subscribe();
    await publish(['标题\u202e倒着', `长${'长'.repeat(300)}`]);
    mail.taken.length = 0;
    setClock(running, FRIDAY);
    await round();
    expect(mail.taken[0]!.text).not.toContain('\u202e');
    expect(Math.max(...mail.taken[0]!.text.split('\n').map((line) => [...line].length))).toBeLessThan(260);
  });

  it('waits while the index lacks changes', async () => {
    await subscribe();
    await publish(['还没进索引的表'], {}, { drain: false });
    setClock(running, FRIDAY);
    await expect(round()).rejects.toThrow('index is behind');
    await running.app.get(OutboxDispatcher).drain();
    expect(await round()).toMatchObject({ sent: 1 });
  });

  it('tells once what was committed late, and nothing of what was told', async () => {
    await subscribe();
    const [first, late] = await publish(['先到的表', '迟到的表']);
    mail.taken.length = 0;
    setClock(running, FRIDAY);
    // As if the second had become visible only after the first was told, though both are of the same instant.
    await running.query(`UPDATE catalog_change SET id = DEFAULT WHERE record_id = (SELECT id FROM record WHERE identifier = $1)`, [late]);
    const [{ id }] = (await running.query<{ id: string }>(
      `SELECT c.id FROM catalog_change c JOIN record r ON r.id = c.record_id WHERE r.identifier = $1`,
      [first],
    )) as [{ id: string }];
    await running.query('UPDATE subscription SET sending_until = $1', [id]);
    await round();
    setClock(running, SATURDAY);
    await round();
    expect(mail.taken.map(({ text }) => ['先到的表', '迟到的表'].filter((title) => text.includes(title)))).toEqual([
      ['先到的表'],
      ['迟到的表'],
    ]);
  });

  it('sends the same mail again when it does not learn that it was taken', async () => {
    await subscribe();
    await publish(['新表']);
    mail.taken.length = 0;
    setClock(running, FRIDAY);
    mail.beforeAnswer = () => {
      throw new Error('lost');
    };
    await expect(round()).rejects.toThrow('1 mails to subscribers were not taken');
    delete mail.beforeAnswer;
    // What came meanwhile is told the next night: the mail is the same.
    await publish(['更新的表']);
    expect(await round()).toMatchObject({ sent: 1 });
    const ids = mail.taken.map((each) => /^Message-ID: (.*)$/im.exec(headOf(each))![1]);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
    expect(mail.taken[1]!.text).toBe(mail.taken[0]!.text);
    setClock(running, SATURDAY);
    await round();
    expect(mail.taken[2]!.text).toContain('更新的表');
  });

  it('gives a mailbox up that is refused three nights in a row, and keeps one that recovers', async () => {
    await subscribe({}, 'gone@example.org');
    await subscribe({}, 'back@example.org');
    await publish(['新表']);
    mail.refused.add('gone@example.org').add('back@example.org');
    for (const [night, left] of [
      ['2026-11-27', 2],
      ['2026-11-28', 2],
      ['2026-11-29', 1],
    ] as const) {
      setClock(running, `${night}T02:00:00.000Z`);
      if (night === '2026-11-29') mail.refused.delete('back@example.org');
      await round();
      expect(await rows()).toHaveLength(left);
    }
    expect(await rows()).toMatchObject([{ refusals: 0 }]);
    expect(mail.taken.at(-1)!.to).toEqual(['back@example.org']);
  });

  it('stops when the mail server is away, and goes on where it was', async () => {
    for (let number = 0; number < 30; number++) await subscribe({}, `p${number}@example.org`);
    await publish(['新表']);
    mail.taken.length = 0;
    setClock(running, FRIDAY);
    mail.beforeAnswer = () => {
      throw new Error('full');
    };
    await expect(round()).rejects.toThrow('takes nothing');
    expect(mail.taken.length).toBeLessThan(20);
    delete mail.beforeAnswer;
    mail.taken.length = 0;
    expect(await round()).toMatchObject({ sent: 30 });
    expect(new Set(mail.taken.flatMap(({ to }) => to)).size).toBe(30);
  });

  it('is a part of the night', async () => {
    await subscribe();
    await publish(['新表']);
    mail.taken.length = 0;
    setClock(running, FRIDAY);
    await running.app.get(Nightly).schedule();
    await work();
    expect(mail.taken).toHaveLength(1);
    expect(await running.query(`SELECT FROM subscription_count WHERE day < '2026-11-27'`)).toEqual([]);
  });

  it('survives a process that is killed after the mail was taken', async () => {
    await subscribe();
    await publish(['新表']);
    await running.query(`UPDATE subscription SET due_on = '2020-01-01'`);
    mail.taken.length = 0;
    const servers = await ServerProcesses.on(running);
    try {
      const taken = new Promise<void>((resolve) => {
        mail.beforeAnswer = () => {
          resolve();
          return new Promise(() => undefined);
        };
      });
      const server = await servers.start();
      await taken;
      await servers.kill(server);
      const again = new Promise<void>((resolve) => {
        mail.beforeAnswer = () => resolve();
      });
      await servers.start();
      await again;
    } finally {
      await servers.close();
    }
    expect(mail.taken).toHaveLength(2);
    const ids = mail.taken.map((each) => /^Message-ID: (.*)$/im.exec(headOf(each))![1]);
    expect(ids[0]).toBe(ids[1]);
  });
});
