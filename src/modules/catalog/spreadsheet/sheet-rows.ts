import { AppError } from '../../kernel/app-error.js';
import { nearestName } from '../../kernel/field/index.js';
import type { RecordKind } from '../record/record.entity.js';
import type { Cells } from './cells.js';
import { type Column, columnsOf, ITEM_COLUMNS, MOST_ITEMS, MOST_ROWS, RESULT_HEADER, SHEETS } from './column.js';
import { tooLarge } from './workbook-parts.js';
import { columnName, type TableCell, type TableRow, type Workbook, type WorkbookTable } from './workbook-table.js';

/** What is wrong with one cell. */
export interface CellFlaw {
  sheet: string;
  /** Number of the row in the sheet. */
  row: number;
  field: string;
  /** Address such as `C5`; of the identifier when the sheet lacks the column. */
  cell: string;
  message: string;
}

/** One line of a sheet by field. */
export interface SheetRow {
  row: number;
  cells: Cells;
  flaws: CellFlaw[];
}

/** A line of the main sheet with its lines of the second. */
export interface SubmittedRow extends SheetRow {
  /** Undefined when the workbook has no sheet of items: they stay as they are. */
  items?: SheetRow[];
}

/** A filled template as it was understood. */
export interface FilledTemplate {
  rows: SubmittedRow[];
  /** Items of resources that the first sheet does not name. */
  stray: SheetRow[];
  /** Where columns stand, for addresses. */
  places: { main: Map<string, number>; items: Map<string, number> };
}

/** Reads a filled template. Pure. @throws AppError VALIDATION_FAILED when it is no such template, PAYLOAD_TOO_LARGE for too many rows */
export function readTemplate(kind: RecordKind, { tables, from1904 }: Workbook): FilledTemplate {
  const main = tableOf(tables, SHEETS[kind], columnsOf(kind));
  if (!main) throw flawed(`没有找到“${SHEETS[kind]}”工作表，或它的前几行里没有“标识符”等列名。请用下载的模板填写。`, SHEETS[kind]);
  const rows: SubmittedRow[] = rowsOf(main, columnsOf(kind), SHEETS[kind], from1904);
  if (rows.length > MOST_ROWS) throw tooLarge(`“${SHEETS[kind]}”有 ${rows.length} 行，一次最多 ${MOST_ROWS} 行`);
  if (rows.length === 0) throw flawed(`“${SHEETS[kind]}”工作表里没有填写内容。`, SHEETS[kind]);
  refuseTwins(rows, SHEETS[kind], main.places);
  const second = kind === 'dataset' ? tableOf(tables, SHEETS.items, ITEM_COLUMNS) : undefined;
  if (!second) return { rows, stray: [], places: { main: main.places, items: new Map() } };
  const items = rowsOf(second, ITEM_COLUMNS, SHEETS.items, from1904);
  if (items.length > MOST_ITEMS) throw tooLarge(`“${SHEETS.items}”有 ${items.length} 行，一次最多 ${MOST_ITEMS} 行`);
  const owners = new Map(rows.map((row) => [row.cells.identifier, row]));
  for (const row of rows) row.items = [];
  const stray: SheetRow[] = [];
  for (const item of items) {
    const owner = owners.get(item.cells.identifier ?? '');
    if (owner) owner.items!.push(item);
    else {
      const message = item.cells.identifier
        ? `“${SHEETS[kind]}”里没有标识符为“${item.cells.identifier}”的一行`
        : '请填所属信息资源的标识符';
      item.flaws.push(flawAt(SHEETS.items, second.places, item.row, 'identifier', message));
      stray.push(item);
    }
  }
  return { rows, stray, places: { main: main.places, items: second.places } };
}

/** What is wrong with a field of a row, with the address of its cell. */
export function flawAt(sheet: string, places: ReadonlyMap<string, number>, row: number, field: string, message: string): CellFlaw {
  return { sheet, row, field, cell: `${columnName(places.get(field) ?? places.get('identifier') ?? 0)}${row}`, message };
}

interface FoundTable {
  header: TableRow;
  rows: TableRow[];
  /** Number of the column of each field. */
  places: Map<string, number>;
}

const LOOKED_AT = 5;

/** The sheet of a name, or the only one whose first rows hold the names of the columns. */
function tableOf(tables: readonly WorkbookTable[], name: string, columns: readonly Column[]): FoundTable | undefined {
  const named = tables.filter((table) => table.name.trim() === name);
  for (const { rows } of named.length > 0 ? named : tables) {
    const header = rows.slice(0, LOOKED_AT).find(({ cells }) => {
      const names = new Set([...cells.values()].map(({ text }) => headerName(text)));
      return columns.filter(({ required }) => required).every(({ header: wanted }) => names.has(wanted));
    });
    if (header) return { header, rows: rows.filter(({ number }) => number > header.number), places: placesOf(header, columns, name) };
  }
  return undefined;
}

const headerName = (text: string): string => text.replace(/[\s*＊]|（必填）|\(必填\)/g, '');

function placesOf({ number, cells }: TableRow, columns: readonly Column[], sheet: string): Map<string, number> {
  const places = new Map<string, number>();
  for (const [place, { text }] of cells) {
    const given = headerName(text);
    const column = columns.find(({ header }) => header === given);
    if (given === '' || given === RESULT_HEADER) continue;
    if (!column) {
      const near = nearestName(
        given,
        columns.map(({ header }) => header),
      );
      const hint = near && [...near].some((sign) => given.includes(sign)) ? `，是否指“${near}”` : '；不需要的列请删去';
      throw flawed(`“${sheet}”第 ${number} 行的列名“${given.slice(0, 40)}”不认识${hint}。`, `${sheet}!${columnName(place)}${number}`);
    }
    if (places.has(column.field)) throw flawed(`“${sheet}”有两列“${given}”，请删去一列。`, `${sheet}!${columnName(place)}${number}`);
    places.set(column.field, place);
  }
  return places;
}

function rowsOf({ rows, places }: FoundTable, columns: readonly Column[], sheet: string, from1904: boolean): SheetRow[] {
  const known = columns.filter(({ field }) => places.has(field));
  return rows.flatMap(({ number, cells }) => {
    const flaws: CellFlaw[] = [];
    const read = known.map((column) => {
      const cell = cells.get(places.get(column.field)!);
      const flaw = cell && flawOfCell(cell);
      if (flaw) flaws.push(flawAt(sheet, places, number, column.field, flaw));
      return [column.field, cell ? textOfCell(column, cell, from1904) : ''] as const;
    });
    if (read.every(([, text]) => text === '')) return [];
    return [{ row: number, cells: Object.fromEntries(read), flaws }];
  });
}

/** Fifteen digits are all that a spreadsheet keeps of a number. */
function flawOfCell({ text, numeric, error }: TableCell): string | undefined {
  if (error) return `单元格的公式出错（${text}），请改为文字`;
  if (numeric && /\d{16}/.test(text)) return '数字超过 15 位，表格软件已丢失末尾几位；请先把单元格格式设为“文本”再填';
  return undefined;
}

const DAY = 86_400_000;

/** Days that were typed as days are numbers in a sheet; a number of four, six or eight digits was typed as a year, month or day. */
function textOfCell({ kind }: Column, { text, numeric }: TableCell, from1904: boolean): string {
  if (kind !== 'date' || !numeric || !/^\d{5}(\.\d+)?$/.test(text)) return text.trim();
  const first = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return new Date(first + Math.floor(Number(text)) * DAY).toISOString().slice(0, 10);
}

function refuseTwins(rows: readonly SheetRow[], sheet: string, places: ReadonlyMap<string, number>): void {
  const first = new Map<string, number>();
  for (const { cells, row, flaws } of rows) {
    const { identifier = '' } = cells;
    const before = first.get(identifier);
    if (identifier === '') flaws.push(flawAt(sheet, places, row, 'identifier', '标识符必填'));
    else if (before !== undefined) flaws.push(flawAt(sheet, places, row, 'identifier', `与第 ${before} 行的标识符相同`));
    else first.set(identifier, row);
  }
}

const flawed = (message: string, place: string) =>
  new AppError('VALIDATION_FAILED', message, {
    english: 'The workbook is not a filled template.',
    fields: [{ field: place, message }],
  });
