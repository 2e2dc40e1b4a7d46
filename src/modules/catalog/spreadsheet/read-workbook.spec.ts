import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { zipOf } from './zip.fixture.js';
import { readWorkbook } from './read-workbook.js';

const written = async (fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Buffer> => {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('表'), book);
  return Buffer.from(await book.xlsx.writeBuffer());
};
const textsOf = async (bytes: Buffer) =>
  (await readWorkbook(bytes)).tables[0]!.rows.map(({ cells }) => [...cells.values()].map(({ text }) => text));

const RELATIONS = `<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>`;
const OUTLINE = `<workbook><sheets><sheet name="表" r:id="r1" xmlns:r="x"/></sheets></workbook>`;
const bookOf = (sheet: string | Buffer, more: Record<string, string | Buffer> = {}) =>
  zipOf({ 'xl/_rels/workbook.xml.rels': RELATIONS, 'xl/workbook.xml': OUTLINE, 'xl/worksheets/sheet1.xml': sheet, ...more });

describe('reading a workbook', () => {
  it('takes values of every kind, of a formula its result', async () => {
    const bytes = await written((sheet) => {
      sheet.addRow(['文字', 12.5, true, { formula: 'A1&"!"', result: '算出' }, { richText: [{ text: '分' }, { text: '段' }] }]);
      sheet.addRow(['=1+1', ' 空格 ', '第一行\n第二行']);
    });
    expect(await textsOf(bytes)).toEqual([
      ['文字', '12.5', '是', '算出', '分段'],
      ['=1+1', ' 空格 ', '第一行\n第二行'],
    ]);
  });

  it('does not spread out merged cells or validations over a whole sheet', async () => {
    const sheet = `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>一</t></is></c></row></sheetData>
      <mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>
      <dataValidations><dataValidation sqref="A1:XFD1048576" type="list"/></dataValidations></worksheet>`;
    expect(await textsOf(bookOf(sheet))).toEqual([['一']]);
  });
});

describe('what is refused', () => {
  it.each<[string, () => Promise<Buffer> | Buffer]>([
    ['no archive', () => Buffer.from('标识符,名称')],
    ['an old xls', () => Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['an archive without a workbook', () => zipOf({ 'a.txt': 'a' })],
    ['broken XML', () => bookOf('<worksheet><sheetData><row>')],
    ['a declared document type', () => bookOf('<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>')],
    ['a part that is larger than it says', () => bookOf('<worksheet/>', { lie: 'xl/worksheets/sheet1.xml' })],
  ])('%s', async (_, make) => {
    await expect(readWorkbook(await make())).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it.each<[string, () => Promise<Buffer> | Buffer]>([
    ['more bytes than an upload may have', () => Buffer.alloc(20 * 1024 * 1024 + 1)],
    ['parts that unpack to more than any template', () => bookOf(Buffer.alloc(121 * 1024 * 1024, ' '))],
    ['a thousand parts', () => zipOf(Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [`a${index}`, ''])))],
    [
      'more cells than any template',
      () => bookOf(`<worksheet><sheetData>${`<row>${'<c><v>1</v></c>'.repeat(200)}</row>`.repeat(4_001)}</sheetData></worksheet>`),
    ],
    [
      'more rows than any template',
      () => bookOf(`<worksheet><sheetData>${'<row><c><v>1</v></c></row>'.repeat(50_011)}</sheetData></worksheet>`),
    ],
  ])('%s', async (_, make) => {
    await expect(readWorkbook(await make())).rejects.toMatchObject({ code: 'PAYLOAD_TOO_LARGE' });
  });
});
