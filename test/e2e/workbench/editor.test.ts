import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DepartmentService } from '../../../src/modules/department/index.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { Desk, idIn } from './desk.js';

let running: TestApplication;
let editor: Desk;
let reviewer: Desk;
let approver: Desk;
let stranger: Desk;

const document = (identifier: string, more: object = {}) => ({
  kind: 'document',
  identifier,
  title: '关于开放社区食堂的通知',
  abstract: '社区食堂开放时间和补贴办法',
  writtenOn: '2026-11-20',
  publicity: '主动公开',
  body: '每日三餐开放。',
  formedOn: '2026-11-20',
  ...more,
});

const begin = async (identifier: string, more: object = {}) =>
  idIn(await editor.post('/workbench/submissions', document(identifier, more)).expect(303));
const contentOf = async (id: string) =>
  (
    await running.query<{ content: Record<string, unknown>; version: number }>('SELECT content, version FROM submission WHERE id = $1', [
      id,
    ])
  )[0]!;
const publish = async (id: string) => {
  const { version } = await contentOf(id);
  await editor.post(`/workbench/submissions/${id}/submit`, { version }).expect(303);
  await reviewer.post(`/workbench/submissions/${id}/review`, { version: version + 1, decision: 'pass' }).expect(303);
  await approver.post(`/workbench/submissions/${id}/approve`, { version: version + 2, decision: 'approve' }).expect(303);
};

beforeAll(async () => {
  running = await createTestApplication();
  await running.app.get(DepartmentService).register([
    { code: 'a', name: '甲局', registered: true },
    { code: 'b', name: '乙局', registered: true },
  ]);
  editor = await Desk.of(running, 'd.editor', [{ role: 'editor', department: 'a' }]);
  reviewer = await Desk.of(running, 'd.reviewer', [{ role: 'secrecyReviewer', department: 'a' }]);
  approver = await Desk.of(running, 'd.approver', [{ role: 'approver', department: 'a' }]);
  stranger = await Desk.of(running, 'd.stranger', [{ role: 'editor', department: 'b' }]);
}, 180_000);
afterAll(() => running.close());

describe('the editor', () => {
  it('offers what the tables know, and help beside each field', async () => {
    const { text } = await editor.get('/workbench/new?kind=dataset').expect(200);
    expect(text).toContain('<select id="field-openness"');
    expect(text).toContain('<option value="无条件开放">');
    expect(text).toContain('<option value="综合政务\\政务公开">');
    expect(text).toContain('18 位统一社会信用代码');
  });

  it('says what is wrong at the top, with a link to the field, and at the field, and keeps what was typed', async () => {
    const { text } = await editor
      .post('/workbench/submissions', document('d-wrong', { title: '', writtenOn: '2026-13-01', formedOn: '不是日子' }))
      .expect(422);
    expect(text).toMatch(/<a href="#field-title">标题：/);
    expect(text).toMatch(/id="field-title-wrong"/);
    expect(text).toMatch(/aria-invalid="true"[^>]*value="2026-13-01"/);
    expect(text).toContain('每日三餐开放。');
    expect(await running.query(`SELECT 1 FROM submission WHERE identifier = 'd-wrong'`)).toEqual([]);
    const dated = await editor.post('/workbench/submissions', document('d-wrong', { formedOn: '不是日子' })).expect(422);
    expect(dated.text).toMatch(/<a href="#formedOn">/);
  });

  it('shows a draft as it would be published, beside the form or alone, and stores nothing', async () => {
    const page = await editor.post('/workbench/preview', document('d-preview', { body: '<p>正文</p><script>x()</script>' })).expect(200);
    expect(page.text).toContain('<section class="body" id="text" aria-label="正文" dir="auto"><p>正文</p></section>');
    expect(page.text).not.toContain('x()</script></section>');
    expect(page.text).toContain('保存草稿');
    const part = await editor.post('/workbench/preview?part=content', document('d-preview')).expect(200);
    expect(part.text).toMatch(/^<article>/);
    expect(await running.query(`SELECT 1 FROM submission WHERE identifier = 'd-preview'`)).toEqual([]);
    expect((await editor.post('/workbench/preview?part=content', document('d-preview', { title: '' }))).text).toContain('标题：');
  });

  it('shows a draft of a dataset as it would be published, without addresses that it does not have yet', async () => {
    const draft = {
      kind: 'dataset',
      identifier: 'ds-preview',
      title: '公积金贷款',
      abstract: '按区县的贷款。每月更新。',
      updateCycle: '每月',
    };
    const { text } = await editor.post('/workbench/preview?part=content', draft).expect(200);
    expect(text).toContain('<p class="lead">按区县的贷款。</p>');
    expect(text).toContain('按期更新');
    expect(text).not.toContain('/datasets/ds-preview');
  });

  it('saves while somebody types, tells a conflict, and loses nothing', async () => {
    const id = await begin('d-auto');
    const address = `/workbench/submissions/${id}/edit`;
    const saved = await editor.put(address, 1, document('d-auto', { abstract: '第二稿' })).expect(200);
    expect(saved.body).toEqual({ version: 2 });
    const conflict = await editor.put(address, 1, document('d-auto', { abstract: '另一稿' })).expect(412);
    expect((conflict.body as { message: string }).message).toContain('现为第 2 版');
    expect((await contentOf(id)).content.abstract).toBe('第二稿');
    const wrong = await editor.put(address, 2, document('d-auto', { title: '' })).expect(422);
    expect(wrong.body).toMatchObject({ fields: [{ field: 'title', label: '标题' }] });

    const page = await editor.post(address, { ...document('d-auto', { abstract: '另一稿' }), version: 1 }).expect(412);
    expect(page.text).toContain('已被别人保存过');
    expect(page.text).toMatch(/第二稿[\s\S]*另一稿/);
    expect(page.text).toContain('name="version" value="2"');
    await editor.post(address, { ...document('d-auto', { abstract: '另一稿' }), version: 2 }).expect(303);
    expect((await contentOf(id)).content.abstract).toBe('另一稿');
    const steps = (await editor.get(`/workbench/submissions/${id}`)).text;
    expect(steps).toContain('（2 次）');
  });

  it('begins a new draft while somebody types, once', async () => {
    const begun = await editor.put('/workbench/submissions', 0, document('d-begun', { abstract: '' })).expect(201);
    const { id, version } = begun.body as { id: string; version: number };
    expect((await contentOf(id)).content).toMatchObject({ identifier: 'd-begun', title: '关于开放社区食堂的通知' });
    await editor.put(`/workbench/submissions/${id}/edit`, version, document('d-begun', { abstract: '第二稿' })).expect(200);
    const again = await editor.put('/workbench/submissions', 0, document('d-begun')).expect(409);
    expect((again.body as { message: string }).message).toBeTruthy();
    const wrong = await editor.put('/workbench/submissions', 0, document('d-begun2', { title: '' })).expect(422);
    expect(wrong.body).toMatchObject({ fields: [{ field: 'title', label: '标题' }] });
  });

  it('shows under each file what the gate found in it', async () => {
    const id = await begin('d-found');
    const upload = (name: string, text: string) =>
      editor
        .upload(
          `/workbench/submissions/${id}/attachments`,
          Buffer.from(text),
          { version: name === '甲.txt' ? '1' : '2' },
          { filename: name },
        )
        .expect(303);
    await upload('甲.txt', '联系人身份证号 11010519491231002X');
    await upload('乙.txt', '每日三餐开放。');
    const { text } = await editor.get(`/workbench/submissions/${id}/edit`).expect(200);
    expect(text).toContain('文件里查到 1 处');
    expect(text).toMatch(/公民身份号码，附件 1，[^<]*：<mark>110105\*{8}002X<\/mark>/);
    expect(text).toContain('已检查全文，没有发现。');
    expect(text).not.toContain('11010519491231002X');
  });

  it('marks in the menu where one is, and which fields must be filled in', async () => {
    const { text } = await editor.get('/workbench/new?kind=document').expect(200);
    expect(text.match(/aria-current="page"/g)).toHaveLength(1);
    expect(text).toContain('<a href="/workbench/new?kind=document" aria-current="page">起草文件</a>');
    const required = [...text.matchAll(/<label for="(?:field-)?(\w+)">[^<]*<span class="required">/g)].map(([, name]) => name);
    expect(required).toEqual(['identifier', 'title', 'abstract', 'writtenOn', 'publicity']);
  });

  it('renames, reorders and removes files together with the rest of the form', async () => {
    const id = await begin('d-files');
    const files = ['甲', '乙', '丙'].map((title, index) => ({ title, url: `https://example.gov.cn/${index}.pdf` }));
    await running.query(`UPDATE submission SET content = content || $2::jsonb WHERE id = $1`, [id, JSON.stringify({ attachments: files })]);
    const edit = await editor.get(`/workbench/submissions/${id}/edit`).expect(200);
    expect(edit.text).toContain(`action="/workbench/submissions/${id}/attachments"`);
    const form = document('d-files', { abstract: '也改了', 'file-title-0': '甲一' });
    await editor.post(`/workbench/submissions/${id}/files`, { ...form, version: 1, moveFileUp: '2' }).expect(303);
    await editor.post(`/workbench/submissions/${id}/files`, { ...form, version: 2, removeFile: '1' }).expect(303);
    const { content } = await contentOf(id);
    expect(content.attachments).toMatchObject([{ title: '甲一' }, { title: '乙' }]);
    expect(content.abstract).toBe('也改了');
  });

  it('completes names of departments, topics and regions', async () => {
    const names = async (list: string, q: string) =>
      ((await editor.get(`/workbench/choices?list=${list}&q=${encodeURIComponent(q)}`).expect(200)).body as { names: string[] }).names;
    expect(await names('department', '乙')).toEqual(['乙局']);
    expect(await names('topic', '政务公开')).toContain('综合政务\\政务公开');
    expect(await names('region', '泰州')).toContain('江苏省泰州市');
    expect(await names('account', 'd.')).toEqual([]);
  });
});

describe('history', () => {
  it('lists revisions, compares any two, and starts a change that restores one', async () => {
    const first = await begin('d-history', { effectiveOn: '2026-12-01' });
    await publish(first);
    const change = idIn(await editor.post('/workbench/submissions', document('d-history', { abstract: '改过的摘要' })).expect(303));
    expect((await contentOf(change)).content.effectiveOn).toBe('2026-12-01');
    await publish(change);
    const { text } = await editor.get('/workbench/records/d-history/history').expect(200);
    expect(text).toContain('<del>社区食堂开放时间和补贴办法</del>');
    expect(text).toContain('<ins>改过的摘要</ins>');
    expect(text).toContain('<td>测试人员</td>');
    expect((await editor.get('/workbench/records/d-history/history?before=2&after=2')).text).toContain('没有差异');
    await editor.get('/workbench/records/d-history/history?before=9').expect(404);

    await editor.post('/workbench/records/d-history/restoration', { revision: '9' }).expect(404);
    const restored = idIn(await editor.post('/workbench/records/d-history/restoration', { revision: '1' }).expect(303));
    const { content } = await contentOf(restored);
    expect(content).toMatchObject({ abstract: '社区食堂开放时间和补贴办法', identifier: 'd-history' });
    expect((await editor.get(`/workbench/submissions/${restored}`)).text).toContain('恢复第 1 次修订');
    await editor.post('/workbench/records/d-history/restoration', { revision: '1' }).expect(409);
    await publish(restored);
    const [record] = await running.query<{ abstract: string }>(`SELECT abstract FROM record WHERE identifier = 'd-history'`);
    expect(record!.abstract).toBe('社区食堂开放时间和补贴办法');
  });
});

describe('whoever is of another department', () => {
  it('gets none of it, and changes nothing', async () => {
    const id = await begin('d-closed');
    const address = `/workbench/submissions/${id}`;
    await stranger.get(address).expect(404);
    await stranger.get(`${address}/edit`).expect(404);
    await stranger.post(`${address}/preview`, document('d-closed')).expect(404);
    await stranger.put(`${address}/edit`, 1, document('d-closed')).expect(404);
    await stranger.post(`${address}/files`, { version: 1, removeFile: '0' }).expect(404);
    await stranger.get('/workbench/records/d-history/history').expect(403);
    await stranger.post('/workbench/records/d-history/restoration', { revision: '1' }).expect(403);
    expect((await stranger.post('/workbench/submissions', document('d-history'))).status).toBe(403);
    expect((await contentOf(id)).version).toBe(1);
  });

  it('and a forged form changes nothing anywhere', async () => {
    const id = await begin('d-forged');
    const forged = { _csrf: stranger.csrf, version: 1 };
    for (const path of ['edit', 'preview', 'files', 'submit', 'discard'])
      await editor.post(`/workbench/submissions/${id}/${path}`, { ...document('d-forged'), ...forged }).expect(403);
    for (const path of ['/workbench/preview', '/workbench/bulk', '/workbench/withdraw', '/workbench/records/d-history/restoration'])
      await editor.post(path, { ...forged, revision: '1', item: `${id}:1`, action: 'submit' }).expect(403);
    expect((await contentOf(id)).version).toBe(1);
  });
});
