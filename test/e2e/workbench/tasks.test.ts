import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DepartmentService } from '../../../src/modules/department/index.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { Desk, idIn } from './desk.js';

let running: TestApplication;
let editor: Desk;
let reviewer: Desk;
let approver: Desk;
let stranger: Desk;
let auditor: Desk;

const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(new Date());
const document = (identifier: string, more: object = {}) => ({
  kind: 'document',
  identifier,
  title: `通知 ${identifier}`,
  abstract: '试验用的通知',
  writtenOn: today,
  publicity: '主动公开',
  body: '正文。',
  formedOn: today,
  ...more,
});
const begin = async (identifier: string, more: object = {}) =>
  idIn(await editor.post('/workbench/submissions', document(identifier, more)).expect(303));
const states = async (ids: string[]) =>
  (
    await running.query<{ state: string }>(
      'SELECT state FROM submission WHERE id = ANY($1::uuid[]) ORDER BY array_position($1::uuid[], id)',
      [ids],
    )
  ).map(({ state }) => state);
const titlesIn = (html: string) =>
  [...html.matchAll(/<a href="\/workbench\/submissions\/[0-9a-f-]{36}">([^<]+)<\/a>/g)].map(([, title]) => title);

beforeAll(async () => {
  running = await createTestApplication();
  await running.app.get(DepartmentService).register([
    { code: 'a', name: '甲局', registered: true },
    { code: 'b', name: '乙局', registered: true },
  ]);
  editor = await Desk.of(running, 't.editor', [{ role: 'editor', department: 'a' }]);
  reviewer = await Desk.of(running, 't.reviewer', [{ role: 'secrecyReviewer', department: 'a' }]);
  approver = await Desk.of(running, 't.approver', [{ role: 'approver', department: 'a' }]);
  stranger = await Desk.of(running, 't.stranger', [{ role: 'editor', department: 'b' }]);
  auditor = await Desk.of(running, 't.auditor', [{ role: 'auditor', department: null }]);
}, 180_000);
afterAll(() => running.close());

describe('several at once', () => {
  it('are submitted, reviewed and signed each by itself; for every one it is told what happened and why not', async () => {
    const [good, poor, marked, moved] = [
      await begin('t-good'),
      await begin('t-poor', { writtenOn: '' }),
      await begin('t-marked', { body: '身份证号 11010519491231002X。' }),
      await begin('t-moved'),
    ];
    const foreign = idIn(await stranger.post('/workbench/submissions', document('t-foreign')).expect(303));
    const item = [`${good}:1`, `${poor}:1`, `${moved}:7`, `${foreign}:1`, `${good}:1`, 'x:1'];
    const submitted = await editor.post('/workbench/bulk', { action: 'submit', item }).expect(200);
    expect(submitted.text).toContain('办成 1 份，未办成 3 份');
    expect(submitted.text).toContain('“成文日期”必填');
    expect(submitted.text).toContain('现为第 1 版');
    expect(submitted.text).toContain(`没有编号为“${foreign}”的稿件`);
    expect(await states([good, poor, moved, foreign])).toEqual(['submitted', 'draft', 'draft', 'draft']);

    // What has a blocking finding passes by itself only, with a reason.
    await editor.post(`/workbench/submissions/${marked}/submit`, { version: 1, wordToReviewer: '依法应当公示' }).expect(303);
    const passed = await reviewer.post('/workbench/bulk', { action: 'pass', item: [`${good}:2`, `${marked}:2`], opinion: '不涉密' });
    expect(passed.text).toContain('办成 1 份，未办成 1 份');
    expect(passed.text).toContain('须逐项写明理由');
    expect(passed.text).not.toContain('19491231');
    expect(await states([good, marked])).toEqual(['reviewed', 'submitted']);

    const signed = await approver.post('/workbench/bulk', { action: 'approve', item: [`${good}:3`, `${marked}:2`] }).expect(200);
    expect(signed.text).toContain('办成 1 份，未办成 1 份');
    expect(await states([good])).toEqual(['published']);
    const discarded = await editor.post('/workbench/bulk', { action: 'discard', item: `${moved}:1` }).expect(200);
    expect(discarded.text).toContain('已作废（1）');
    expect(await states([moved])).toEqual(['discarded']);
  });

  it('are refused to whoever has not the part, and to forms that tick nothing or ask something else', async () => {
    const id = await begin('t-refused');
    for (const person of [reviewer, approver, stranger])
      expect((await person.post('/workbench/bulk', { action: 'submit', item: `${id}:1` })).text).toContain('办成 0 份，未办成 1 份');
    await auditor.post('/workbench/bulk', { action: 'submit', item: `${id}:1` }).expect(403);
    await editor.post('/workbench/bulk', { action: 'submit' }).expect(422);
    await editor.post('/workbench/bulk', { action: 'save', item: `${id}:1` }).expect(400);
    expect(await states([id])).toEqual(['draft']);
  });

  it('are not signed without the password when it is long since it was given', async () => {
    const id = await begin('t-password');
    await editor.post(`/workbench/submissions/${id}/submit`, { version: 1 }).expect(303);
    await reviewer.post(`/workbench/submissions/${id}/review`, { version: 2, decision: 'pass' }).expect(303);
    await running.query(
      `UPDATE session SET confirmed_at = confirmed_at - interval '1 hour' WHERE account_id = (SELECT id FROM account WHERE name = 't.approver')`,
    );
    expect((await approver.get('/workbench').expect(200)).text).toContain('签发须再输入一次口令');
    const refused = await approver.post('/workbench/bulk', { action: 'approve', item: `${id}:3`, password: '不对' }).expect(403);
    expect(refused.text).toContain('一份也没有签发');
    expect(await states([id])).toEqual(['reviewed']);
  });
});

describe('the list of submissions', () => {
  it('is narrowed by state, kind, words and clock, and goes page by page', async () => {
    await running.query(
      `INSERT INTO submission (id, action, kind, identifier, title, department, state, content, version, author, formed_on, counted_from, due_on, due_certain, created_at, updated_at)
         SELECT gen_random_uuid(), 'publish', 'dataset', 't-many-' || n, '成批 ' || n, 'a', 'discarded', '{}', 1, 'x', '2026-01-01', '2026-01-01', '2026-02-01', true, now(), now()
           FROM generate_series(1, 120) AS n`,
    );
    const list = async (query: string) => (await editor.get(`/workbench/submissions?${query}`).expect(200)).text;
    const first = await list('kind=dataset&text=成批');
    expect(titlesIn(first)).toHaveLength(50);
    expect(first).toContain('共 120 份');
    expect(first).toContain('第 1 / 3 页');
    expect(titlesIn(await list('kind=dataset&text=成批&page=3'))).toHaveLength(20);
    expect(titlesIn(await list('state=published'))).toEqual(['通知 t-good']);
    expect(titlesIn(await list('text=T-GOOD'))).toEqual(['通知 t-good']);
    expect(titlesIn(await list('text=%25'))).toEqual([]);
    expect(titlesIn(await list('light=red'))).toEqual([]);
    await running.query(`UPDATE submission SET due_on = '2020-01-02' WHERE identifier = 't-refused'`);
    expect(titlesIn(await list('light=red'))).toEqual(['通知 t-refused']);
    expect(titlesIn(await list('rule=identityNumber'))).toEqual(['通知 t-marked']);
    expect(await list('page=999999&state=%00x&kind[]=1')).toContain('全部稿件');
    expect(titlesIn(await list('department=b'))).toEqual([]);
    expect((await stranger.get('/workbench/submissions')).text).not.toContain('t-good');
    await auditor.get('/workbench/submissions').expect(403);
  });
});

describe('the department', () => {
  it('sees where it stands, and every number leads to its list', async () => {
    const { text } = await reviewer.get('/workbench/department').expect(200);
    expect(text).toContain('100%');
    expect(text).toMatch(/aria-label="草稿、到期：1 份"/);
    expect(text).toContain('等保密审查员');
    expect(text).toContain('等承办人 测试人员');
    expect(text).toMatch(/<a href="\/workbench\/submissions\?rule=identityNumber">1 份<\/a>/);
    for (const [, href] of text.matchAll(/href="(\/workbench\/(?:submissions|records)\?[^"]+)"/g))
      expect((await reviewer.get(href!.replaceAll('&amp;', '&'))).status, href).toBe(200);
    const records = await reviewer.get('/workbench/records?lack=keywords').expect(200);
    expect(records.text).toContain('共 1 条');
    expect(records.text).toContain('/workbench/records/t-good/history');
    expect((await reviewer.get('/workbench/records?status=withdrawn')).text).toContain('共 0 条');
  });

  it('is closed to others', async () => {
    const own = await stranger.get('/workbench/department').expect(200);
    expect(own.text).not.toContain('t.editor');
    await stranger.get('/workbench/department?department=a').expect(403);
    await stranger.get('/workbench/records?department=a').expect(403);
    await auditor.get('/workbench/department').expect(403);
    expect((await stranger.get('/workbench/records')).text).toContain('共 0 条');
    await request(running.app.getHttpServer()).get('/workbench/department').expect(303);
  });
});
