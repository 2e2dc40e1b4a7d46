import ExcelJS from 'exceljs';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DepartmentService } from '../../../src/modules/department/index.js';
import { type Person, personWith } from '../access/people.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { Desk } from './desk.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let running: TestApplication;
let editor: Desk;
let reviewer: Desk;
let stranger: Desk;
let program: Person;

interface Answer {
  rows: { row: number; identifier: string; result: string; submission: string | null }[];
  flaws: { sheet: string; cell: string; message: string }[];
}

const bytesOf = async (book: ExcelJS.Workbook) => Buffer.from(await book.xlsx.writeBuffer());
const bookOf = async (bytes: Buffer) => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  return book;
};
const raw = (response: request.Test) =>
  response.buffer(true).parse((stream, done) => {
    const pieces: Buffer[] = [];
    stream.on('data', (piece: Buffer) => pieces.push(piece));
    stream.on('end', () => {
      done(null, Buffer.concat(pieces));
    });
  });
const download = async (path: string) => bookOf((await raw(editor.get(path)).expect(200)).body as Buffer);
const columnOf = (sheet: ExcelJS.Worksheet, header: string) => {
  let place = 0;
  sheet.getRow(1).eachCell((cell, column) => {
    if (cell.text.replace('*', '') === header) place = column;
  });
  return place;
};
const put = (sheet: ExcelJS.Worksheet, row: number, values: Record<string, ExcelJS.CellValue>) => {
  for (const [header, value] of Object.entries(values)) sheet.getCell(row, columnOf(sheet, header)).value = value;
};
const bring = async (kind: string, bytes: Buffer): Promise<Answer> =>
  (
    await request(running.app.getHttpServer())
      .post(`/api/v1/submissions/spreadsheet?kind=${kind}`)
      .set('Authorization', `Bearer ${program.token}`)
      .set('Content-Type', XLSX)
      .send(bytes)
      .expect(200)
  ).body as Answer;
const drafts = () =>
  running.query<{ identifier: string; version: number; content: Record<string, unknown> }>(
    `SELECT identifier, version, content FROM submission WHERE state = 'draft' ORDER BY identifier`,
  );

const FULL = {
  identifier: 's-1',
  title: '住房公积金贷款',
  abstract: '各区县每月贷款笔数和金额',
  classPath: ['部门信息资源', '市级'],
  keywords: ['公积金', '贷款'],
  topic: '综合政务\\政务公开',
  region: '江苏省泰州市',
  provider: '甲局',
  providerCode: '=cmd|calc',
  formatClass: '电子表格',
  formats: ['csv'],
  shareType: '有条件共享',
  shareCondition: '须申请\n并说明用途',
  openness: '无条件开放',
  updateCycle: '每月',
  publishedOn: '2026-05-08',
  contact: { unit: '信贷处', phone: '0523-86880000' },
  temporal: { start: '2020', end: '2026' },
  items: [{ name: '金额', type: 'N', length: '12,2', description: '单位：万元' }, { name: '年份' }],
  resources: [{ title: '下载', url: 'https://example.gov.cn/a.csv' }],
};

beforeAll(async () => {
  running = await createTestApplication();
  await running.app.get(DepartmentService).register([
    { code: 'a', name: '甲局', registered: true },
    { code: 'b', name: '乙局', registered: true },
  ]);
  editor = await Desk.of(running, 's.editor', [{ role: 'editor', department: 'a' }]);
  reviewer = await Desk.of(running, 's.reviewer', [{ role: 'secrecyReviewer', department: 'a' }]);
  stranger = await Desk.of(running, 's.stranger', [{ role: 'editor', department: 'b' }]);
  program = await personWith(running, 's.program', [{ role: 'editor', department: 'a' }]);
  const approver = await personWith(running, 's.approver', [{ role: 'approver', department: 'a' }]);
  const secrecy = await personWith(running, 's.secrecy', [{ role: 'secrecyReviewer', department: 'a' }]);
  const api = request(running.app.getHttpServer());
  const step = async (person: Person, path: string, version: number, body: object) =>
    api.post(path).set('Authorization', `Bearer ${person.token}`).set('If-Match', `"r${version}"`).send(body).expect(200);
  for (const input of [{ dataset: FULL }, { dataset: { ...FULL, identifier: 's-2', title: '第二项', items: [] } }]) {
    const begun = await api.post('/api/v1/submissions').set('Authorization', `Bearer ${program.token}`).send(input).expect(201);
    const path = `/api/v1/submissions/${(begun.body as { id: string }).id}`;
    await step(program, `${path}/submission`, 1, {});
    await step(secrecy, `${path}/review`, 2, { decision: 'pass' });
    await step(approver, `${path}/approval`, 3, { decision: 'approve' });
  }
}, 180_000);
afterAll(() => running.close());

describe('the template', () => {
  it('has its sheets, help and lists to choose from', async () => {
    for (const kind of ['dataset', 'document']) {
      const book = await download(`/workbench/spreadsheet/template?kind=${kind}`);
      expect(book.worksheets.map(({ name }) => name)).toEqual(
        kind === 'dataset' ? ['信息资源', '信息项', '填写说明', '代码表'] : ['公开文件', '填写说明', '代码表'],
      );
    }
    const main = (await download('/workbench/spreadsheet/template?kind=dataset')).getWorksheet('信息资源')!;
    const cell = main.getCell(2, columnOf(main, '开放类型'));
    expect(cell.dataValidation).toMatchObject({ type: 'list', formulae: [expect.stringContaining('代码表')] });
    expect(cell.numFmt).toBe('@');
    const header = main.getRow(1).values as string[];
    expect(header.slice(2, 9)).toEqual([
      '信息资源分类',
      '信息资源名称*',
      '信息资源代码',
      '信息资源提供方',
      '信息资源提供方代码',
      '信息资源摘要',
      '信息资源格式',
    ]);
  });
});

describe('out, changed and in again', () => {
  it('unchanged rows create nothing', async () => {
    const book = await download('/workbench/spreadsheet/export?kind=dataset&department=a');
    const main = book.getWorksheet('信息资源')!;
    // What begins like a formula is text, and stays so.
    const cell = main.getCell(2, columnOf(main, '信息资源提供方代码'));
    expect([cell.type, cell.value]).toEqual([ExcelJS.ValueType.String, '=cmd|calc']);
    const answer = await bring('dataset', await bytesOf(book));
    expect(answer.flaws).toEqual([]);
    expect(answer.rows.map(({ result }) => result)).toEqual(['unchanged', 'unchanged']);
    expect(await drafts()).toEqual([]);
  });

  it('a changed row becomes a draft of the whole record, once; what no column holds stays', async () => {
    const book = await download('/workbench/spreadsheet/export?kind=dataset');
    const main = book.getWorksheet('信息资源')!;
    put(main, 2, { 信息资源摘要: '新的摘要', 更新周期: '每年' });
    const items = book.getWorksheet('信息项')!;
    put(items, 3, { 信息项名称: '年度' });
    const bytes = await bytesOf(book);
    expect((await bring('dataset', bytes)).rows.map(({ result }) => result)).toEqual(['created', 'unchanged']);
    expect((await bring('dataset', bytes)).rows.map(({ result }) => result)).toEqual(['unchanged', 'unchanged']);
    const [draft, ...others] = await drafts();
    expect(others).toEqual([]);
    expect(draft).toMatchObject({
      identifier: 's-1',
      version: 1,
      content: { ...FULL, abstract: '新的摘要', updateCycle: '每年', items: [FULL.items[0], { name: '年度' }], keywords: FULL.keywords },
    });
    // The export of what is published does not undo what stands in the draft.
    const published = await download('/workbench/spreadsheet/export?kind=dataset');
    expect((await bring('dataset', await bytesOf(published))).rows[0]!.result).toBe('unchanged');
    put(published.getWorksheet('信息资源')!, 2, { 关键字: '公积金、贷款、利率' });
    expect((await bring('dataset', await bytesOf(published))).rows[0]!.result).toBe('updated');
    expect((await drafts())[0]!.content).toMatchObject({ abstract: '新的摘要', keywords: ['公积金', '贷款', '利率'] });
  });
});

describe('a filled template', () => {
  const filled = async () => {
    const book = await download('/workbench/spreadsheet/template?kind=document');
    const sheet = book.getWorksheet('公开文件')!;
    put(sheet, 2, {
      标识符: 's-doc-1',
      标题: '关于食堂的通知',
      成文日期: new Date('2026-05-08T00:00:00Z'),
      公开属性: '主动公开',
      正文: { formula: 'A2', result: '算出的正文' },
    });
    put(sheet, 3, { 标识符: 's-doc-2', 标题: '第二份', 公开属性: '大概公开', 成文日期: '某日' });
    put(sheet, 4, { 标识符: 's-doc-3', 标题: '第三份', 发文机关: '乙局' });
    put(sheet, 5, { 标题: '没有标识符' });
    return bytesOf(book);
  };

  it('gives drafts for good rows, and a copy with the wrong cells marked; the copy mended is taken', async () => {
    const bytes = await filled();
    const page = await editor.upload('/workbench/spreadsheet', bytes, { kind: 'document' }).expect(200);
    expect(page.text).toContain('已新建草稿 1 行');
    expect(page.text).toContain('未导入 3 行');
    const [good] = (await drafts()).filter(({ identifier }) => identifier.startsWith('s-doc'));
    expect(good).toMatchObject({ identifier: 's-doc-1', content: { writtenOn: '2026-05-08', body: '算出的正文', issuer: ['甲局'] } });

    const copy = await bookOf(Buffer.from(/base64,([^"]+)"/.exec(page.text)![1]!, 'base64'));
    const sheet = copy.getWorksheet('公开文件')!;
    const noteAt = (row: number, header: string) => {
      const cell = sheet.getCell(row, columnOf(sheet, header));
      return [JSON.stringify(cell.note ?? ''), (cell.fill as { fgColor?: { argb: string } } | undefined)?.fgColor?.argb];
    };
    expect(noteAt(3, '公开属性')).toEqual([expect.stringContaining('不在代码表中，可选：主动公开'), 'FFFFC7CE']);
    expect(noteAt(3, '成文日期')).toEqual([expect.stringContaining('某日'), 'FFFFC7CE']);
    expect(noteAt(4, '发文机关')).toEqual([expect.stringContaining('只能以本部门“甲局”的名义'), 'FFFFC7CE']);
    expect(noteAt(5, '标识符')).toEqual([expect.stringContaining('标识符必填'), 'FFFFC7CE']);
    expect(sheet.getCell(2, columnOf(sheet, '结果')).text).toBe('已新建草稿');
    expect(sheet.getCell(3, columnOf(sheet, '结果')).text).toMatch(/^未导入：/);

    put(sheet, 3, { 公开属性: '主动公开', 成文日期: '2026年5月9日' });
    put(sheet, 4, { 发文机关: '甲局' });
    put(sheet, 5, { 标识符: 's-doc-4' });
    const again = await bring('document', await bytesOf(copy));
    expect(again.flaws).toEqual([]);
    expect(again.rows.map(({ result }) => result)).toEqual(['unchanged', 'created', 'created', 'created']);
  });

  it('is answered to programs as a list, or as the marked copy', async () => {
    const sent = request(running.app.getHttpServer())
      .post('/api/v1/submissions/spreadsheet?kind=document')
      .set('Authorization', `Bearer ${program.token}`)
      .set('Content-Type', XLSX)
      .set('Accept', XLSX)
      .send(await filled());
    const copy = await bookOf((await raw(sent).expect(200)).body as Buffer);
    expect(copy.getWorksheet('公开文件')!.getCell(5, 1).fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
    const template = request(running.app.getHttpServer())
      .get('/api/v1/submissions/spreadsheet-template?kind=dataset&filledWith=published')
      .set('Authorization', `Bearer ${program.token}`);
    expect((await bookOf((await raw(template).expect(200)).body as Buffer)).getWorksheet('信息资源')!.rowCount).toBe(3);
  });

  it('marks an item in its own sheet, and refuses its resource whole', async () => {
    const book = await download('/workbench/spreadsheet/template?kind=dataset');
    put(book.getWorksheet('信息资源')!, 2, { 标识符: 's-items', 信息资源名称: '有信息项的' });
    put(book.getWorksheet('信息项')!, 2, { 标识符: 's-items', 信息项名称: '好的' });
    put(book.getWorksheet('信息项')!, 3, { 标识符: 's-items', 说明: '没有名称' });
    put(book.getWorksheet('信息项')!, 4, { 标识符: 's-nobody', 信息项名称: '没有主人' });
    const answer = await bring('dataset', await bytesOf(book));
    expect(answer.rows.map(({ result }) => result)).toEqual(['refused']);
    expect(answer.flaws.map(({ sheet, cell }) => `${sheet} ${cell}`)).toEqual(['信息项 B3', '信息项 A4']);
    expect((await drafts()).filter(({ identifier }) => identifier === 's-items')).toEqual([]);
  });
});

describe('what is refused', () => {
  it('a forged form, other roles, other departments, and files that are no template', async () => {
    const book = await download('/workbench/spreadsheet/template?kind=document');
    put(book.getWorksheet('公开文件')!, 2, { 标识符: 's-forged', 标题: '假' });
    const bytes = await bytesOf(book);
    const upload = (desk: Desk, fields: object, file = bytes, csrf?: string) =>
      desk.upload('/workbench/spreadsheet', file, { kind: 'document', ...fields }, { csrf });
    await upload(editor, {}, bytes, stranger.csrf).expect(403);
    await upload(reviewer, {}).expect(403);
    expect((await upload(stranger, { department: 'a' }).expect(403)).text).toContain('只限本部门');
    expect((await upload(editor, {}, Buffer.from('不是表格')).expect(422)).text).toContain('不是能读的 xlsx');
    expect((await upload(editor, {}, Buffer.alloc(21 * 1024 * 1024)).expect(413)).text).toContain('20 MB');
    expect((await editor.post('/workbench/spreadsheet', { kind: 'document' }).expect(422)).text).toContain('请选择');
    await stranger.get('/workbench/spreadsheet/export?kind=dataset&department=a').expect(403);
    const others = await bring('document', bytes);
    expect(others.rows[0]!.result).toBe('created');
    const foreign = await upload(stranger, {}).expect(200);
    expect(foreign.text).toContain('未导入 1 行');
    expect(await running.query(`SELECT 1 FROM submission WHERE identifier = 's-forged' AND department = 'b'`)).toEqual([]);
  });

  it('by the interface for programs: without a key, as another type, too large', async () => {
    const post = () => request(running.app.getHttpServer()).post('/api/v1/submissions/spreadsheet?kind=dataset');
    await post().set('Content-Type', XLSX).send(Buffer.from('x')).expect(401);
    const known = () => post().set('Authorization', `Bearer ${program.token}`);
    await known().send({ a: 1 }).expect(415);
    await known().set('Content-Type', XLSX).send(Buffer.from('x')).expect(422);
    await known()
      .set('Content-Type', XLSX)
      .send(Buffer.alloc(20 * 1024 * 1024 + 1))
      .expect(413);
  });
});
