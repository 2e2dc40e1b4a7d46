import type ExcelJS from 'exceljs';
import type { RecordKind } from '../record/record.entity.js';
import { mustBeFilled } from '../record/required-field.js';
import type { Cells } from './cells.js';
import { type Column, columnsOf, ITEM_COLUMNS, MOST_ROWS, RESULT_HEADER, SHEETS } from './column.js';

/** A row to write; rows without a number follow one another. */
export interface WrittenRow {
  cells: Cells;
  /** What became of it, in the last column. */
  result?: string;
  /** What is wrong, by field. */
  flaws?: ReadonlyMap<string, string>;
}

/** What a workbook of the template holds. */
export interface WrittenTemplate {
  kind: RecordKind;
  rows: WrittenRow[];
  items: WrittenRow[];
  /** Labels that cells offer, by field. */
  choices: Record<string, string[]>;
  /** Adds the column of results. */
  results?: boolean;
}

const HEADER_FILL: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EFF8' } };
const FLAW_FILL: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFC7CE' } };
const WIDTH = 14;

/** The template with its sheets, empty or filled. */
export async function writeTemplate({ kind, rows, items, choices, results = false }: WrittenTemplate): Promise<Buffer> {
  // Takes a moment to load, and few ask for workbooks.
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  const ranges = new Map<string, string>();
  const main = addSheet(book, SHEETS[kind], columnsOf(kind), rows, results);
  if (kind === 'dataset') addSheet(book, SHEETS.items, ITEM_COLUMNS, items, results);
  addHelp(book, kind);
  addCodes(book, columnsOf(kind), choices, ranges);
  for (const [index, { field }] of columnsOf(kind).entries()) {
    const range = ranges.get(field);
    if (range) offer(main, index + 1, range);
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

function addSheet(book: ExcelJS.Workbook, name: string, columns: readonly Column[], rows: readonly WrittenRow[], results: boolean) {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }] });
  sheet.columns = [
    // Text, so that a code keeps its zeros and nothing that begins with `=` is ever computed.
    ...columns.map(({ width }) => ({ width: width ?? WIDTH, style: { numFmt: '@' } })),
    ...(results ? [{ width: 60, style: { numFmt: '@' } }] : []),
  ];
  const header = sheet.getRow(1);
  header.values = [...columns.map((column) => column.header + (column.required ? '*' : '')), ...(results ? [RESULT_HEADER] : [])];
  header.eachCell((cell, place) => {
    cell.font = { bold: true };
    cell.fill = HEADER_FILL;
    const help = columns[place - 1]?.help;
    if (help) cell.note = help;
  });
  rows.forEach((row, index) => {
    const written = sheet.getRow(index + 2);
    columns.forEach(({ field }, place) => {
      const cell = written.getCell(place + 1);
      const text = row.cells[field] ?? '';
      if (text !== '') cell.value = text;
      const flaw = row.flaws?.get(field);
      if (flaw === undefined) return;
      cell.fill = FLAW_FILL;
      cell.note = flaw;
    });
    if (results && row.result !== undefined) written.getCell(columns.length + 1).value = row.result;
  });
  return sheet;
}

function addHelp(book: ExcelJS.Workbook, kind: RecordKind): void {
  const sheet = book.addWorksheet(SHEETS.help);
  sheet.columns = [{ width: 22 }, { width: 12 }, { width: 80 }];
  const said = (columns: readonly Column[], name: string) =>
    columns.map(({ field, header, required, help, closed }) => [
      `${name}·${header}`,
      required ? '必填' : columns !== ITEM_COLUMNS && mustBeFilled(kind, field) ? '提交时必填' : '',
      [help, closed ? '从下拉列表中选' : ''].filter(Boolean).join('；'),
    ]);
  sheet.addRows([
    [kind === 'dataset' ? '依据《政务信息资源目录编制指南（试行）》（发改高技〔2017〕1272号）' : '依据国办公开办函〔2019〕61号'],
    [`一次最多 ${MOST_ROWS} 行、20 MB。一行一条，标识符已有的表示修改，没有的表示新建；导入后都是草稿，照常审查、签发。`],
    ['导出后没有改动的行不会产生稿件。有一格不对，这一行就不导入，其他行不受影响；结果表里会标出不对的格子。'],
    ...(kind === 'dataset' ? [['“信息项”表：每个信息资源的信息项以表中所列为准，没有列出的视为删去；不改信息项可以删去整张表。']] : []),
    ['公式只取它的结果。'],
    [],
    ...said(columnsOf(kind), SHEETS[kind]),
    ...(kind === 'dataset' ? said(ITEM_COLUMNS, SHEETS.items) : []),
  ]);
}

function addCodes(book: ExcelJS.Workbook, columns: readonly Column[], choices: Record<string, string[]>, ranges: Map<string, string>) {
  const sheet = book.addWorksheet(SHEETS.codes);
  let place = 0;
  for (const { field, header } of columns) {
    const labels = choices[field];
    if (!labels || labels.length === 0) continue;
    place += 1;
    const column = sheet.getColumn(place);
    column.width = 24;
    column.values = [header, ...labels];
    ranges.set(field, `'${SHEETS.codes}'!$${column.letter}$2:$${column.letter}$${labels.length + 1}`);
  }
}

/** exceljs knows validations of ranges, its types only those of cells. */
interface RangeValidations {
  dataValidations: { add: (range: string, validation: ExcelJS.DataValidation) => void };
}

function offer(sheet: ExcelJS.Worksheet, place: number, range: string): void {
  const letter = sheet.getColumn(place).letter;
  (sheet as unknown as RangeValidations).dataValidations.add(`${letter}2:${letter}${MOST_ROWS + 1}`, {
    type: 'list',
    allowBlank: true,
    formulae: [range],
    showErrorMessage: true,
    errorStyle: 'warning',
    errorTitle: '不在列表中',
    error: '请从列表中选择；列表见“代码表”。',
  });
}
