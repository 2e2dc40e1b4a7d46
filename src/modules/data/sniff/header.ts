import type { SourceRow } from '../source/sheet-source.js';
import { INTEGER, isValue, numberForms, OTHER_FORMS } from './value-form.js';

/** Where a table begins in a file, and what its columns are called. */
export interface Header {
  /** Names as they stand there; may be empty or repeated. */
  names: string[];
  /** Places of the columns in a row: empty ones at the borders are left out. */
  places: number[];
  /** How many rows at the top are not data. */
  skip: number;
  notes: string[];
}

/** What a cell looks like, roughly. */
type Look = 'empty' | 'number' | 'day' | 'text';

const NUMBERS = numberForms(9);

function lookOf(cell: string): Look {
  if (!isValue(cell)) return 'empty';
  if (NUMBERS.some((form) => form.accepts(cell))) return 'number';
  return OTHER_FORMS.some((form) => form.accepts(cell)) ? 'day' : 'text';
}

const filled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '');

/** Finds the header above the data in the first rows of a file. Pure. */
export function findHeader(rows: readonly SourceRow[]): Header {
  const notes: string[] = [];
  let top = 0;
  while (top < rows.length && rows[top]!.number > 0 && isTitle(rows, top)) {
    const said = [...new Set(filled(rows[top]!.cells).map((cell) => cell.trim()))].join(' ');
    if (said !== '') notes.push(`第 ${rows[top]!.number} 行是标题，没有作为数据：${said.slice(0, 200)}`);
    top++;
  }
  const left = rows.slice(top);
  const width = Math.max(0, ...left.map(({ cells }) => cells.length));
  const places = Array.from({ length: width }, (_, place) => place).filter((place) =>
    left.some(({ cells }) => (cells[place] ?? '').trim() !== ''),
  );
  const [head, ...below] = left.map(({ number, cells }) => ({ number, cells: places.map((place) => (cells[place] ?? '').trim()) }));
  if (!head) return { names: [], places, skip: top, notes };
  const first = head.cells;
  // Names of fields that the file itself gives, such as those of JSON objects.
  if (head.number === 0) return { names: first, places, skip: top + 1, notes };
  if (isData(first, below)) {
    notes.push('文件没有表头，各列按“列1、列2……”命名');
    return { names: places.map(() => ''), places, skip: top, notes };
  }
  const second = below[0]?.cells;
  if (second && isTwoRows(first, second, below.slice(1))) {
    notes.push(`表头有两行（第 ${head.number}–${below[0]!.number} 行），已用“.”合并成一行`);
    return { names: joined(first, second), places, skip: top + 2, notes };
  }
  return { names: first, places, skip: top + 1, notes };
}

/** A line above the header: empty, or one text over the whole width, or a remark beside a fuller row. */
function isTitle(table: readonly SourceRow[], index: number): boolean {
  const values = filled(table[index]!.cells);
  if (values.length === 0) return true;
  const width = Math.max(...table.map(({ cells }) => cells.length));
  const next = table.slice(index + 1).find((row) => filled(row.cells).length > 0);
  if (width === 1 || !next) return false;
  const fuller = filled(next.cells).length;
  if (new Set(values).size === 1) {
    const alone = values.length === 1 || values.length === width;
    return alone && new Set(filled(next.cells)).size > 1 && (width > 2 || /单位[:：]|统计表|一览表|情况表$/u.test(values[0]!));
  }
  // “填报单位：某局” at the left and “单位：万元” at the right.
  return (
    values.length < fuller &&
    values.some((value) => LABELLED.test(value.trim())) &&
    values.every((value) => lookOf(value) !== 'number') &&
    !next.cells.some((cell) => LABELLED.test(cell.trim()))
  );
}

const LABELLED = /^[\p{L}（）()]{2,12}[:：]/u;

/** Whether a row is data like those below it, so that there is no header. */
function isData(first: readonly string[], below: readonly SourceRow[]): boolean {
  if (below.length === 0) return false;
  if (isYears(first)) return false;
  let telling = false;
  for (const [place, cell] of first.entries()) {
    const look = lookOf(cell);
    const looks = below
      .slice(0, 50)
      .map(({ cells }) => lookOf(cells[place]!))
      .filter((each) => each !== 'empty');
    if (look === 'empty' || looks.length === 0) continue;
    const usual = looks.filter((each) => each === looks[0]).length * 2 >= looks.length ? looks[0]! : 'text';
    if (look !== usual) return false;
    if (look !== 'text') telling = true;
  }
  return telling;
}

/** Years in a row are names of columns: 地区, 2019, 2020, 2021. */
function isYears(cells: readonly string[]): boolean {
  const years = cells.filter((cell) => /^(19|20)\d\d年?$/u.test(cell)).map((cell) => Number(cell.slice(0, 4)));
  const numbers = cells.filter((cell) => INTEGER.accepts(cell)).length;
  if (years.length < 2 || numbers > years.length) return false;
  const step = years[1]! - years[0]!;
  return Math.abs(step) === 1 && years.every((year, index) => index === 0 || year - years[index - 1]! === step);
}

/** Whether the second row names parts of what the first one names together. */
function isTwoRows(first: readonly string[], second: readonly string[], below: readonly SourceRow[]): boolean {
  const parted = first.some(
    (cell, place) =>
      place > 0 && second[place] !== '' && (cell === '' || cell === first[place - 1]) && second[place] !== cell && first[place - 1] !== '',
  );
  if (!parted || below.length === 0) return false;
  if (second.some((cell) => lookOf(cell) === 'number' && !/^(19|20)\d\d$/.test(cell))) return false;
  if (second.some((cell) => lookOf(cell) === 'day')) return false;
  // A second row of names is never like the data: something below must be a number or a day.
  return below.slice(0, 20).some(({ cells }) => cells.some((cell) => ['number', 'day'].includes(lookOf(cell))));
}

function joined(first: readonly string[], second: readonly string[]): string[] {
  let above = '';
  return first.map((cell, place) => {
    const own = second[place]!;
    if (cell !== '') above = cell;
    if (own === '' || own === cell) return cell;
    return cell === '' && place === 0 ? own : `${above}${above === '' ? '' : '.'}${own}`;
  });
}

const TOTAL = /^(合计|总计|共计|总合计|全部合计|小计|合计数|Total|TOTAL|total)[:：]?$/u;
const REMARK = /^(注|备注|说明|资料来源|数据来源|来源|制表人|填报人|审核人|联系人|制表单位|填表人|制表日期|填报日期)\s*\d*\s*[:：、.]/u;

/** Rows at the end that are no data: totals, remarks, empty lines; `rows` are the last ones of a table. Answers how many of them. Pure. */
export function footerOf(rows: readonly SourceRow[]): { length: number; notes: string[] } {
  const notes: string[] = [];
  let length = 0;
  for (const { number, cells } of [...rows].reverse()) {
    const values = filled(cells);
    const start = (values[0] ?? '').replace(/[\s\u3000]+/gu, '');
    const total = TOTAL.test(start) && (cells[0]!.trim() !== '' || (cells[1] ?? '').trim() !== '');
    const remark = new Set(values).size === 1 && cells.length > 1 && REMARK.test(values[0]!.trim());
    if (values.length > 0 && !total && !remark) break;
    if (total) notes.unshift(`第 ${number} 行是“${start}”，没有作为数据`);
    else if (remark) notes.unshift(`第 ${number} 行是附注，没有作为数据：${values[0]!.trim().slice(0, 200)}`);
    length++;
  }
  // A table of nothing but totals is a table.
  return length === rows.length ? { length: 0, notes: [] } : { length, notes };
}
