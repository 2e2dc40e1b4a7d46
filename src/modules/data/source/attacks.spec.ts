import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { zipOf } from '../../../../test/support/crafted-zip.js';
import { openDocumentOf, workbookOf, zipped } from './nasty-workbooks.fixture.js';
import { UnreadableTable } from './sheet-source.js';
import { sourceOf } from './source-of-format.js';

const MEGABYTE = 1024 ** 2;
/** What reading anything may add to the memory of the process, with what the test itself made and what other files of this worker leave behind. */
const MOST_GROWTH = 800 * MEGABYTE;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'haozhao-attack-'));
});
afterAll(() => rm(folder, { recursive: true }));

const LAUGHS = `<!DOCTYPE a [<!ENTITY a "ha">${Array.from({ length: 30 }, (_, at) => `<!ENTITY a${at} "${`&a${at - 1 < 0 ? '' : at - 1};`.repeat(10)}">`).join('')}]>`;
const xlsx = (rows: string, more: object = {}) => workbookOf({ sheets: [{ name: '表', rows, ...more }] });
const ods = (rows: string) => openDocumentOf(`<table:table table:name="表">${rows}</table:table>`);
const text = (content: string) => Promise.resolve(Buffer.from(content));
const inline = (value: string, reference = 'A1') => `<row r="1"><c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c></row>`;
const odsCell = (attributes: string, value = '字') =>
  `<table:table-cell office:value-type="string" ${attributes}><text:p>${value}</text:p></table:table-cell>`;
/** A workbook of these bytes for its sheet, in which the directory says nothing true. */
const raw = (sheet: string | Buffer, declared?: number) =>
  Promise.resolve(
    zipOf(
      { name: 'xl/workbook.xml', content: '<workbook xmlns:r="r"><sheets><sheet name="表" r:id="a"/></sheets></workbook>' },
      { name: 'xl/_rels/workbook.xml.rels', content: '<a><Relationship Id="a" Type="x/worksheet" Target="a.xml"/></a>' },
      { name: 'xl/a.xml', content: sheet, declared },
    ),
  );

const ATTACKS: [what: string, format: string, make: () => Promise<Buffer>, sentence: string][] = [
  ['a billion laughs in a sheet', 'xlsx', () => raw(`${LAUGHS}<worksheet>&a29;</worksheet>`), 'DTD'],
  ['a billion laughs in OpenDocument', 'ods', () => zipped({ 'content.xml': `${LAUGHS}<a>&a29;</a>` }), 'DTD'],
  ['an entity of nobody', 'xlsx', () => xlsx(inline('&xxe;')), '语法错误'],
  ['a bomb', 'xlsx', () => raw(`<worksheet><sheetData>${'<x></x>'.repeat(9_000_000)}`), '解压后是原来的 150 倍以上'],
  ['a bomb of OpenDocument', 'ods', () => zipped({ 'content.xml': `<a>${'<b></b>'.repeat(9_000_000)}` }), '解压后是原来的 150 倍以上'],
  ['a bomb that lies', 'xlsx', () => raw(`<worksheet><sheetData>${'<row></row>'.repeat(1_000_000)}`, 100), '压缩内容有错误'],
  ['a million columns', 'xlsx', () => xlsx(`<row>${'<c><v>1</v></c>'.repeat(1_000_000)}</row>`), '第 1 行超过 2,000 列'],
  ['a column far out', 'xlsx', () => xlsx(inline('a', 'ZZZZZZZ1')), '第 1 行超过 2,000 列'],
  ['a row far out', 'xlsx', () => xlsx('<row r="999999999999"><c><v>1</v></c></row>'), '错误的行号'],
  ['a row that is no number', 'xlsx', () => xlsx('<row r="x"><c><v>1</v></c></row>'), '错误的行号'],
  [
    'columns repeated',
    'ods',
    () => ods(`<table:table-row>${odsCell('table:number-columns-repeated="1000000"')}</table:table-row>`),
    '超过 2,000 列',
  ],
  [
    'rows repeated beyond any sheet',
    'ods',
    () => ods(`<table:table-row table:number-rows-repeated="99999999999">${odsCell('')}</table:table-row>`),
    '超过 1,048,576 行',
  ],
  [
    'long rows repeated',
    'ods',
    () => ods(`<table:table-row table:number-rows-repeated="1000000">${odsCell('', '字'.repeat(1_000))}</table:table-row>`),
    '展开后过大',
  ],
  [
    'spaces without end',
    'ods',
    () => ods(`<table:table-row>${odsCell('', '<text:s text:c="999999999"/>'.repeat(2_000))}</table:table-row>`),
    '1,000,000 个字',
  ],
  ['a cell of two megabytes', 'xlsx', () => xlsx(inline('字'.repeat(2_000_000))), '超过 1,000,000 个字'],
  ['an attribute of ten megabytes', 'xlsx', () => xlsx(`<row r="${'1'.repeat(10_000_000)}">`), '有一段超过'],
  ['depth in XML', 'xlsx', () => xlsx('<a>'.repeat(1_000_000)), '嵌套超过'],
  [
    '201 sheets',
    'xlsx',
    () => workbookOf({ sheets: Array.from({ length: 201 }, (_, at) => ({ name: `${at}`, rows: '' })) }),
    '超过 200 个工作表',
  ],
  ['201 tables', 'ods', () => openDocumentOf('<table:table/>'.repeat(201)), '超过 200 个工作表'],
  ['only hidden sheets', 'xlsx', () => xlsx(inline('a'), { state: 'hidden' }), '没有可以做成表的工作表'],
  ['half a zip', 'xlsx', async () => (await xlsx(inline('a'))).subarray(0, 900), '压缩结构'],
  ['no zip at all', 'ods', () => text('<html>'), '压缩结构'],
  ['a document without content', 'ods', () => zipped({ mimetype: 'a' }), '缺少“content.xml”'],
  [
    'an encrypted spreadsheet',
    'ods',
    () => zipped({ 'META-INF/manifest.xml': '<a><encryption-data/></a>', 'content.xml': 'x' }),
    '设有密码',
  ],
  ['depth in JSON', 'json', () => text(`[${'['.repeat(1_000_000)}`), '没有结束'],
  ['closed depth in JSON', 'json', () => text(`[${'['.repeat(100_000)}${']'.repeat(100_000)}]`), '嵌套超过 100 层'],
  ['depth of objects around', 'json', () => text('{"a":'.repeat(1_000_000)), '嵌套超过 100 层'],
  ['an object of forty megabytes', 'json', () => text(`[{"a":"${'x'.repeat(40_000_000)}"}]`), '超过 32 MB'],
  ['a cell of two megabytes in JSON', 'json', () => text(`[{"a":"${'x'.repeat(2_000_000)}"}]`), '超过 1,000,000 个字'],
  ['a million keys', 'json', () => text(`[{${Array.from({ length: 1_000_000 }, (_, at) => `"k${at}":1`).join(',')}}]`), '键超过 2,000 个'],
  [
    'a million keys, one a line',
    'jsonl',
    () => text(Array.from({ length: 1_000_000 }, (_, at) => `{"k${at}":1}`).join('\n')),
    '键超过 2,000 个',
  ],
  ['a row of a million values', 'json', () => text(`[[${'1,'.repeat(1_000_000)}1]]`), '超过 2,000 列'],
  [
    'a million lists',
    'json',
    () => text(`{${Array.from({ length: 1_000_000 }, (_, at) => `"k${at}":[{}]`).join(',')}}`),
    '超过 200 个工作表',
  ],
  ['a file cut off', 'json', () => text('[{"a":1},{"a"'), '没有结束'],
  ['a broken object', 'json', () => text('[{"a":1},{"a":,}]'), '第 2 个对象不是正确的 JSON'],
  ['a broken line', 'ndjson', () => text('{"a":1}\n\n{"a":'), '第 3 行不是正确的 JSON'],
  ['a line without end', 'ndjson', () => text('x'.repeat(40_000_000)), '超过 32 MB'],
  ['no list at all', 'json', () => text('{"a":1,"b":{"c":[1,2]}}'), '没有由对象组成的数组'],
  ['bytes under the name of JSON', 'geojson', () => text('Rar!'), '不是正确的 JSON'],
];

it.each(ATTACKS)('%s (%s) is refused', async (_, format, make, sentence) => {
  const file = path.join(folder, 'attack');
  await writeFile(file, await make());
  const before = process.memoryUsage.rss();
  let most = 0;
  const read = async () => {
    const open = await sourceOf(format)!(file);
    try {
      for (const sheet of open.sheets) for await (const __ of sheet.rows()) most = Math.max(most, process.memoryUsage.rss() - before);
    } finally {
      await open.close();
    }
  };
  const error = await read().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(UnreadableTable);
  expect((error as Error).message).toContain(sentence);
  expect((error as Error).message).toMatch(/[。]$/u);
  expect(Math.max(most, process.memoryUsage.rss() - before)).toBeLessThan(MOST_GROWTH);
});

it('does not believe the dimension of a sheet', async () => {
  const file = path.join(folder, 'lies.xlsx');
  await writeFile(file, await xlsx(inline('a'), { before: '<dimension ref="A1:XFD1048576"/>' }));
  const open = await sourceOf('xlsx')!(file);
  const rows = [];
  for await (const batch of open.sheets[0]!.rows()) rows.push(...batch);
  expect(rows).toEqual([{ number: 1, cells: ['a'] }]);
  await open.close();
});
