import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Nightly, SubmissionPublisher } from '../../../src/modules/catalog/index.js';
import { DepartmentService } from '../../../src/modules/department/index.js';
import { JobRepository, Jobs } from '../../../src/modules/platform/job/index.js';
import { type MailServer, startMailServer } from '../../support/mail-server.js';
import { setClock } from '../../support/moved-clock.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { type Person, personWith } from '../access/people.js';

let running: TestApplication;
let mail: MailServer;
let editor: Person;
let reviewer: Person;
let approver: Person;
const NOW = '2026-11-25T04:00:00Z';
const api = () => request(running.app.getHttpServer());
const as = ({ token }: Person) => ({ Authorization: `Bearer ${token}` });

interface Answer {
  id: string;
  version: number;
  state: string;
}
interface Notice {
  id: string;
  subject: string;
  text: string;
  link: string;
  dueOn: string | null;
  readAt: string | null;
}

async function begin(identifier: string, title: string): Promise<Answer> {
  const document = {
    identifier,
    title,
    abstract: '办法',
    issuer: ['甲局'],
    writtenOn: '2026-11-20',
    publicity: '主动公开',
    documentType: '通知',
    body: '草稿里的话',
  };
  const answer = await api().post('/api/v1/submissions').set(as(editor)).send({ document });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body as Answer;
}
async function step(person: Person, { id, version }: Answer, path: string, body: object): Promise<Answer> {
  const answer = await api().post(`/api/v1/submissions/${id}/${path}`).set(as(person)).set('If-Match', `"r${version}"`).send(body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body as Answer;
}
const unread = async (person: Person): Promise<Notice[]> =>
  (await api().get('/api/v1/notices?unread=true').set(as(person)).expect(200)).body as Notice[];
const subjects = async (person: Person) => (await unread(person)).map(({ subject }) => subject);
const sendMail = () => running.app.get(Jobs).runPending();
const figure = async (name: string) => {
  const { text } = await api().get('/metrics').expect(200);
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
};

beforeAll(async () => {
  mail = await startMailServer();
  running = await createTestApplication({
    secondFactor: 'off',
    smtpUrl: `smtp://127.0.0.1:${mail.port}`,
    mailFrom: '好找 <haozhao@example.org>',
    baseUrl: 'https://catalog.example.org',
  });
  setClock(running, NOW);
  await running.app.get(DepartmentService).register([{ code: 'a', name: '甲局', registered: true }]);
  editor = await personWith(running, 'n.editor', [{ role: 'editor', department: 'a' }]);
  reviewer = await personWith(running, 'n.reviewer', [{ role: 'secrecyReviewer', department: 'a' }]);
  approver = await personWith(running, 'n.approver', [{ role: 'approver', department: 'a' }]);
  await running.query(`UPDATE account SET email = name || '@example.org' WHERE name IN ('n.editor', 'n.reviewer')`);
}, 120_000);
afterAll(async () => {
  await running.close();
  await mail.close();
});
beforeEach(async () => {
  setClock(running, NOW);
  mail.taken.length = 0;
  mail.refused.clear();
  await running.query('DELETE FROM notice');
  await running.query('DELETE FROM job');
});

describe('notices', () => {
  it('go with each step to whoever acts next, and back to the author; read once', async () => {
    let it = await step(editor, await begin('t-1', '食堂通知'), 'submission', {});
    expect(await subjects(reviewer)).toEqual(['待保密审查：食堂通知']);
    expect(await subjects(editor)).toEqual([]);
    it = await step(reviewer, it, 'review', { decision: 'return', opinion: '改标题' });
    expect(await unread(editor)).toMatchObject([
      { subject: '被退回：食堂通知', text: 'n.reviewer 的意见：改标题', link: `/workbench/submissions/${it.id}` },
    ]);
    it = await step(editor, it, 'submission', {});
    it = await step(reviewer, it, 'review', { decision: 'pass' });
    expect(await unread(approver)).toMatchObject([{ subject: '待签发：食堂通知', dueOn: '2026-12-23' }]);
    await step(approver, it, 'approval', { decision: 'approve' });
    expect(await subjects(editor)).toEqual(['已发布：食堂通知', '被退回：食堂通知']);

    const [newest] = await unread(editor);
    // Another person's notices are nobody else's to read or mark.
    expect(
      (
        await api()
          .post('/api/v1/notices/read')
          .set(as(approver))
          .send({ ids: [newest!.id] })
          .expect(200)
      ).body,
    ).toEqual({ read: 0 });
    expect(
      (
        await api()
          .post('/api/v1/notices/read')
          .set(as(editor))
          .send({ ids: [newest!.id] })
          .expect(200)
      ).body,
    ).toEqual({ read: 1 });
    expect(await subjects(editor)).toEqual(['被退回：食堂通知']);
    expect((await api().post('/api/v1/notices/read').set(as(editor)).send({}).expect(200)).body).toEqual({ read: 1 });
    expect(await subjects(editor)).toEqual([]);
    await api()
      .post('/api/v1/notices/read')
      .set(as(editor))
      .send({ ids: ['x'] })
      .expect(422);
    await api().get('/api/v1/notices').expect(401);
  });

  it('tell of a step that was rolled back: nothing', async () => {
    const draft = await begin('t-2', '回滚');
    await api().post(`/api/v1/submissions/${draft.id}/submission`).set(as(editor)).set('If-Match', '"r9"').send({}).expect(412);
    expect(await subjects(reviewer)).toEqual([]);
  });

  it('tell of scheduled publication, and of periods that end, once for each light and step', async () => {
    let it = await step(editor, await begin('t-3', '到期'), 'submission', {});
    const night = async (day: string) => {
      setClock(running, `${day}T00:10:00+08:00`);
      await running.app.get(Nightly).schedule();
      await running.app.get(Jobs).runPending();
    };
    const told = async (name: string) =>
      (
        await running.query<{ subject: string }>(
          `SELECT subject FROM notice n JOIN account a ON a.id = n.account_id WHERE a.name = $1 AND kind = 'clock' ORDER BY n.id`,
          [name],
        )
      ).map(({ subject }) => subject);
    await night('2026-12-15');
    expect((await told('n.reviewer')).filter((subject) => subject.endsWith('到期'))).toEqual([]);
    await night('2026-12-16');
    await night('2026-12-17');
    expect(await told('n.reviewer')).toEqual(['公开期限将到：到期']);
    await night('2026-12-23');
    expect(await told('n.reviewer')).toEqual(['公开期限将到：到期', '公开期限已到：到期']);
    expect((await told('n.approver')).filter((subject) => subject.endsWith('到期'))).toEqual([]);

    setClock(running, NOW);
    it = await step(reviewer, it, 'review', { decision: 'pass' });
    await step(approver, it, 'approval', { decision: 'approve', publishAt: '2026-11-26T09:00:00+08:00' });
    expect((await unread(editor))[0]).toMatchObject({ subject: '已签发：到期', text: '定于 2026-11-26 09:00 发布。' });
    setClock(running, '2026-11-26T01:00:00Z');
    expect(await running.app.get(SubmissionPublisher).publishDue()).toBe(1);
    setClock(running, NOW);
    expect((await subjects(editor))[0]).toBe('已发布：到期');
  });
});

describe('mail', () => {
  it('is sent once to whoever has an address, in Chinese, without a word of the draft', async () => {
    await step(editor, await begin('m-1', '食堂\r\nBcc: all@example.org 通知'), 'submission', {});
    await sendMail();
    await sendMail();
    expect(mail.taken).toHaveLength(1);
    const [{ to, raw, subject, text } = mail.taken[0]!] = mail.taken;
    expect(to).toEqual(['n.reviewer@example.org']);
    expect(subject).toBe('[好找] 待保密审查：食堂 Bcc: all@example.org 通知');
    const [head] = raw.split('\r\n\r\n');
    expect(head).not.toMatch(/^bcc:/im);
    expect(head).toMatch(/^To: n\.reviewer@example\.org$/m);
    expect(head).toMatch(/^Message-ID: <notice-\d+@haozhao>$/m);
    expect(head).toMatch(/^Auto-Submitted: auto-generated$/m);
    expect(text).toContain('期限：2026-12-23');
    expect(text).toContain('https://catalog.example.org/workbench/submissions/');
    expect(text).not.toContain('草稿里的话');
  });

  it('is not sent to whoever switched it off, nor to an account that is shut', async () => {
    await api().put('/api/v1/notices/preferences').set(as(reviewer)).send({ mail: false }).expect(200, { mail: false });
    await step(editor, await begin('m-2', '不发'), 'submission', {});
    await sendMail();
    expect(await subjects(reviewer)).toEqual(['待保密审查：不发']);
    await api().put('/api/v1/notices/preferences').set(as(reviewer)).send({ mail: true }).expect(200);
    await api().put('/api/v1/notices/preferences').set(as(reviewer)).send({ mail: '是' }).expect(422);
    await step(editor, await begin('m-3', '关闭'), 'submission', {});
    await running.query(`UPDATE account SET disabled_at = now() WHERE name = 'n.reviewer'`);
    await sendMail();
    await running.query(`UPDATE account SET disabled_at = NULL WHERE name = 'n.reviewer'`);
    expect(mail.taken).toEqual([]);
  });

  it('waits while the server is away, and comes when it is back', async () => {
    const { port } = mail;
    await mail.close();
    await step(editor, await begin('m-4', '稍后'), 'submission', {});
    expect(await sendMail()).toBe(1);
    expect(await figure('haozhao_jobs_waiting')).toBe(1);
    mail = await startMailServer(port);
    setClock(running, '2026-11-25T04:00:10Z');
    expect(await sendMail()).toBe(1);
    expect(mail.taken.map(({ subject }) => subject)).toEqual(['[好找] 待保密审查：稍后']);
    expect(await figure('haozhao_jobs_waiting')).toBe(0);
  });

  it('that the server refuses for good is given up, and seen', async () => {
    mail.refused.add('n.reviewer@example.org');
    await step(editor, await begin('m-5', '拒收'), 'submission', {});
    await sendMail();
    setClock(running, '2026-11-26T04:00:00Z');
    expect(await sendMail()).toBe(0);
    expect(await running.app.get(JobRepository).failed(5)).toMatchObject([
      { name: 'notice.mail', lastError: expect.stringContaining('550') },
    ]);
    expect(await figure('haozhao_jobs_failed')).toBe(1);
    setClock(running, NOW);
    expect(await subjects(reviewer)).toEqual(['待保密审查：拒收']);
  });

  it('that was sent by a process which died before it said so comes again under the same name, and is never lost', async () => {
    await step(editor, await begin('m-6', '两次'), 'submission', {});
    const jobs = running.app.get(JobRepository);
    const end = jobs.end.bind(jobs);
    jobs.end = () => Promise.reject(new Error('the process is gone'));
    await expect(sendMail()).rejects.toThrow('gone');
    jobs.end = end;
    await sendMail();
    await sendMail();
    expect(mail.taken.map(({ subject }) => subject)).toEqual(['[好找] 待保密审查：两次', '[好找] 待保密审查：两次']);
    const names = mail.taken.map(({ raw }) => /^Message-ID: (.*)$/m.exec(raw)?.[1]);
    expect(names[0]).toBe(names[1]);
  });
});
