import { sentence } from '../../kernel/sentence.js';
import { Exhausted, Unreadable } from '../../platform/reading/index.js';
import { UnreadableTable } from './sheet-source.js';

export const MOST_COLUMNS = 2_000;
export const MOST_CELL = 1_000_000;
export const MOST_SHEETS = 200;
/** Rows that a sheet can have in Excel, and by default in LibreOffice. */
export const MOST_SHEET_ROWS = 1_048_576;
export const MOST_SHARED_BYTES = 300 * 1024 ** 2;
/** The longest tag or text that a parser of XML may hold: a cell, and more. */
export const MOST_PIECE = 4 * MOST_CELL;

const MOST_MEMBER = 4 * 1024 ** 3;
/** Growth from which on a member is a bomb, and the size below which growth does not matter. */
const MOST_RATIO = 150;
const RATIO_FROM = 50 * 1024 ** 2;

const counted = (number: number) => number.toLocaleString('en-US');

/** Refuses what grows too much out of a zip, by the bytes that really came out. Pure. @throws Exhausted */
export function checkMember(bytes: number, packed: number): void {
  if (bytes > MOST_MEMBER) throw new Exhausted('文件解压后超过 4 GB，不能做成表；请拆成几个文件，或另存为 csv。');
  if (bytes > RATIO_FROM && bytes > packed * MOST_RATIO)
    throw new Exhausted(`文件解压后是原来的 ${MOST_RATIO} 倍以上，不像正常的表格，没有读取；请重新另存后上传。`);
}

/** Refuses a column by its number from 0. Pure. @throws UnreadableTable */
export function checkColumn(column: number, row: number): void {
  if (column >= MOST_COLUMNS)
    throw new UnreadableTable(`第 ${counted(row)} 行超过 ${counted(MOST_COLUMNS)} 列，不能做成表；请拆分，或把列转成行。`);
}

/** Refuses a cell by its length. Pure. @throws UnreadableTable */
export function checkCell(length: number, row: number, column: number): void {
  if (length > MOST_CELL)
    throw new UnreadableTable(`第 ${counted(row)} 行第 ${column + 1} 列的内容超过 ${counted(MOST_CELL)} 个字，不能做成表。`);
}

/** Refuses a file by its number of tables. Pure. @throws UnreadableTable */
export function checkSheets(sheets: number): void {
  if (sheets > MOST_SHEETS) throw new UnreadableTable(`文件里有超过 ${MOST_SHEETS} 个工作表，不能做成表；请拆成几个文件。`);
}

/** What a reader of the platform throws, as an error of tables. Pure. */
export const asUnreadableTable = (error: unknown): unknown =>
  error instanceof Unreadable ? new UnreadableTable(sentence(error.message)) : error;

/** The same batches, with errors of tables. */
export async function* readable<T>(batches: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* batches;
  } catch (error) {
    throw asUnreadableTable(error);
  }
}
