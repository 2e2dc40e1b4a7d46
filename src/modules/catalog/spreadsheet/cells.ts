import { type InputFields } from '../record/input-of.js';
import type { RecordKind } from '../record/record.entity.js';
import { type Column, columnsOf, FORMED_ON, ITEM_COLUMNS, MOST_CHARACTERS } from './column.js';

/** Text of the cells of one row, by field. */
export type Cells = Record<string, string>;

/** Stands in a cell for a text that no cell can hold; whoever leaves it there leaves the text as it is. */
export const TOO_LONG = '（内容过长，单元格放不下；保留这句话即保持原样）';

/** Text of the cell of a field. Pure. */
export function cellText({ field, kind }: Pick<Column, 'field' | 'kind'>, input: InputFields): string {
  const value = memberOf(input, field);
  const text = Array.isArray(value) ? value.join(kind === 'path' ? '/' : '、') : typeof value === 'string' ? value : '';
  return text.length > MOST_CHARACTERS ? TOO_LONG : text;
}

/** A record as a row of the template. Pure. */
export const cellsOf = (kind: RecordKind, input: InputFields): Cells =>
  Object.fromEntries(columnsOf(kind).map((column) => [column.field, cellText(column, input)]));

/** Its items as rows of the second sheet. Pure. */
export const itemCellsOf = (identifier: string, input: InputFields): Cells[] =>
  ((input.items ?? []) as InputFields[]).map((item) => ({
    ...Object.fromEntries(ITEM_COLUMNS.map((column) => [column.field, cellText(column, item)])),
    identifier,
  }));

/** Fields whose cells say something else than they said of `base`. Pure. */
export const changedFields = (kind: RecordKind, cells: Cells, base: InputFields): string[] =>
  columnsOf(kind)
    .filter(({ field }) => field !== FORMED_ON && cells[field] !== undefined)
    .filter(({ field, blankKeeps }) => !blankKeeps || cells[field]!.trim() !== '')
    .filter((column) => evened(cells[column.field]!) !== evened(cellText(column, base)))
    .map(({ field }) => field);

/** Whether the rows of the second sheet say something else than those of `base` would. Pure. */
export function itemsChanged(items: readonly Cells[], base: InputFields): boolean {
  const before = itemCellsOf('', base);
  const same = (a: Cells, b: Cells) =>
    ITEM_COLUMNS.every(({ field }) => field === 'identifier' || evened(a[field] ?? '') === evened(b[field] ?? ''));
  return items.length !== before.length || !items.every((item, index) => same(item, before[index]!));
}

/** The input that a row means: `base` with what its cells change. Pure. */
export function inputOfCells(kind: RecordKind, cells: Cells, changed: readonly string[], base: InputFields): InputFields {
  const input = structuredClone(base);
  for (const column of columnsOf(kind))
    if (changed.includes(column.field)) put(input, column.field, valueOf(column, cells[column.field] ?? ''));
  return input;
}

/** Items as the rows give them. Pure. */
export const itemsOfCells = (rows: readonly Cells[]): InputFields[] =>
  rows.map((cells) =>
    Object.fromEntries(
      ITEM_COLUMNS.filter(({ field }) => field !== 'identifier').map((column) => [
        column.field,
        valueOf(column, cells[column.field] ?? ''),
      ]),
    ),
  );

function valueOf({ kind, required }: Column, text: string): string | string[] | null {
  const parts = (separator: RegExp) =>
    text
      .split(separator)
      .map((part) => part.trim())
      .filter(Boolean);
  if (kind === 'list') return parts(/[、,，;；\n]/);
  if (kind === 'path') return parts(/[/／›>\\]/);
  return required ? text.trim() : text.trim() || null;
}

/** Differences of typing that nobody means. */
const evened = (text: string): string => text.trim().normalize('NFC').replaceAll('\r\n', '\n');

function memberOf(input: InputFields, path: string): unknown {
  const [name = '', inner] = path.split('.');
  const value = input[name];
  return inner === undefined ? value : (value as InputFields | null | undefined)?.[inner];
}

function put(input: InputFields, path: string, value: unknown): void {
  const [name = '', inner] = path.split('.');
  if (inner === undefined) input[name] = value;
  else input[name] = { ...(input[name] as object | null | undefined), [inner]: value };
}
