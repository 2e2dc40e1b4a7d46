import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeText } from '../../../src/modules/catalog/index.js';
import { TextExtractor } from '../../../src/modules/platform/text-extraction/index.js';
import { docxFile, gbkFont, pdfPage } from '../../support/office/documents.js';

const ID = '11010519491231002X';
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'haozhao-describe-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function describe(content: Buffer | string, format: string) {
  const file = path.join(folder, `file.${format}`);
  await writeFile(file, content);
  return describeText(new TextExtractor(), file, format);
}

it('finds a number in a paragraph and a mark in a header of a document, masked and with their places', async () => {
  const found = await describe(docxFile({ paragraphs: ['关于表彰的通知', `其中张某（身份证号${ID}）`], header: '机密★5年' }), 'docx');
  expect(found).toMatchObject({ textState: 'whole', textNote: null });
  expect(found.findings).toMatchObject([
    { rule: 'secrecyMark', severity: 'forbidden', field: '页眉', start: 0 },
    { rule: 'identityNumber', severity: 'block', field: '正文第 2 段', start: 9, end: 27, masked: '110105********002X' },
  ]);
  expect(JSON.stringify(found.findings)).not.toContain(ID);
});

it('finds columns that must not stand together, and the cells in them', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('名单');
  sheet.addRows([['救助名单'], ['姓名', '身份证号'], ['张某', ID]]);
  const { findings } = await describe(Buffer.from(await book.xlsx.writeBuffer()), 'xlsx');
  expect(findings).toMatchObject([
    { rule: 'nameWithSensitiveColumn', severity: 'block', field: '工作表“名单”第 3 行' },
    { rule: 'identityNumber', severity: 'block', field: '工作表“名单”第 3 行', start: 5, end: 23 },
  ]);
});

it('looks through all of a large table, tells the first fifty of a kind and keeps the beginning of the text', async () => {
  const rows = Array.from({ length: 60_000 }, (_, index) => `${index},热线${'字'.repeat(20)},13800006789`).join('\n');
  const found = await describe(`序号,说明,号码\n${rows}\n最后,${ID},\n`, 'csv');
  const count = (rule: string) => found.findings.filter((finding) => finding.rule === rule).length;
  expect(found).toMatchObject({ textState: 'partial', textNote: expect.stringContaining('全文已检查') });
  expect(found.text.length).toBeLessThanOrEqual(1_100_000);
  expect([count('mobile'), count('identityNumber'), count('unreadText')]).toEqual([50, 1, 0]);
  expect(found.findings.at(-1)).toMatchObject({ field: '第 60002 行', start: 5, end: 23 });
});

it('reports more than fifty of what only warns beside what blocks', async () => {
  const rows = '咨询电话：13800006789\n'.repeat(80) + '\n'.repeat(30) + `本人${'号码'.repeat(20)}13900006789\n`;
  const { findings } = await describe(rows, 'txt');
  expect(findings.filter(({ severity }) => severity === 'warn')).toHaveLength(50);
  expect(findings.filter(({ severity }) => severity === 'block')).toMatchObject([{ rule: 'mobile', field: '第 111 行' }]);
});

it.each<[string, string, Buffer, string]>([
  ['a scan', 'pdf', pdfPage('', gbkFont), '扫描件'],
  ['a picture', 'png', Buffer.from('x'), '图片'],
])('%s asks people to look', async (_, format, content, note) => {
  const found = await describe(content, format);
  expect(found).toMatchObject({ text: '', textState: 'none', textNote: expect.stringContaining(note) });
  expect(found.findings).toMatchObject([{ rule: 'unreadText', severity: 'warn', message: expect.stringContaining(note) }]);
});
