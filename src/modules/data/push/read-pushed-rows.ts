import type { FieldError } from '../../kernel/app-error.js';
import { nearestName } from '../../kernel/field/index.js';
import { VALUE_SHAPES, valueOfText } from '../query/check-value.js';
import type { TableColumn } from '../table/table-schema.js';

/** Most errors that are told at once. */
const MOST_ERRORS = 20;
const LONGEST_CELL = 100_000;

/** Cells of pushed rows by column, as the texts that the statement casts; missing ones null. Errors name row, column and value. Pure. */
export function readPushedRows(
  rows: readonly unknown[],
  columns: readonly TableColumn[],
  { key, only = false }: { key: readonly string[]; only?: boolean },
): { cells: (string | null)[][]; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const places = new Map<string, number>();
  columns.forEach((column, place) => places.set(column.key, place));
  columns.forEach((column, place) => places.set(column.name, place));
  const known = new Map<string, number>();
  const cells: (string | null)[][] = [];
  const keyPlaces = key.map((each) => columns.findIndex((column) => column.key === each));
  for (const [index, row] of rows.entries()) {
    if (errors.length >= MOST_ERRORS) break;
    const field = `rows[${index}]`;
    if (typeof row !== 'object' || row === null || Array.isArray(row)) {
      errors.push({ field, message: '应为一个 JSON 对象：列名和值' });
      continue;
    }
    const line = columns.map((): string | null => null);
    for (const [name, value] of Object.entries(row)) {
      if (errors.length >= MOST_ERRORS) break;
      const place = places.get(name.normalize('NFC'));
      const of = `${field}.${name}`;
      if (place === undefined) errors.push({ field: of, message: unknownColumn(name, columns) });
      else if (only && !keyPlaces.includes(place)) errors.push({ field: of, message: 'delete 只写 key 中的列' });
      else if (line[place] !== null) errors.push({ field: of, message: '这一列写了两次（列名和键名）' });
      else {
        const text = textOf(value, columns[place]!);
        if (typeof text === 'object' && text !== null) errors.push({ field: of, message: text.flaw });
        else line[place] = text;
      }
    }
    errors.push(...flawsOfKey(line, index, keyPlaces, columns, known));
    cells.push(line);
  }
  return { cells, errors };
}

function flawsOfKey(
  line: readonly (string | null)[],
  index: number,
  places: readonly number[],
  columns: readonly TableColumn[],
  known: Map<string, number>,
): FieldError[] {
  if (places.length === 0) return [];
  const missing = places.find((place) => line[place] === null);
  if (missing !== undefined) return [{ field: `rows[${index}]`, message: `缺少 key 中的“${columns[missing]!.name}”` }];
  const value = JSON.stringify(places.map((place) => line[place]));
  const before = known.get(value);
  known.set(value, index);
  return before === undefined ? [] : [{ field: `rows[${index}]`, message: `与 rows[${before}] 的 key 相同` }];
}

function unknownColumn(name: string, columns: readonly TableColumn[]): string {
  const near = nearestName(
    name,
    columns.flatMap((column) => [column.name, column.key]),
  );
  return near === undefined ? '表中没有这一列' : `表中没有这一列，是否指“${near}”`;
}

/** The text of a value in its one spelling, so that equal keys are equal texts. */
function textOf(value: unknown, column: TableColumn): string | null | { flaw: string } {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
    return { flaw: `应是${VALUE_SHAPES[column.type]}，不能是对象或列表` };
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))
    return { flaw: '数太大，JSON 的数保存不了，请写成文本' };
  const text = typeof value === 'number' ? numberText(value, column) : String(value);
  if (column.type === 'string') return textCell(text);
  if (text.trim() === '') return null;
  if (typeof value === 'number' && /e/i.test(text) && isDouble(column)) return text;
  const read = valueOfText(text, column.type);
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  const shape = column.type === 'integer' ? '整数，如 1200' : VALUE_SHAPES[column.type];
  if (read === undefined) return { flaw: `“${column.name}”应是${shape}，“${shown}”不是` };
  return column.type === 'integer' || column.type === 'number' ? numberCell(String(read), column, shown) : String(read);
}

const isDouble = ({ type, scale }: TableColumn) => type === 'number' && scale === undefined;

/** JavaScript writes small numbers with an exponent; what has a scale is written out, when it loses nothing by it. */
function numberText(value: number, { scale }: TableColumn): string {
  const fixed = scale === undefined ? undefined : value.toFixed(scale);
  return fixed !== undefined && Number(fixed) === value ? fixed : String(value);
}

function textCell(text: string): string | { flaw: string } {
  if (text.includes('\0')) return { flaw: '含有空字符（U+0000），请去掉' };
  return text.length > LONGEST_CELL ? { flaw: `超过 ${LONGEST_CELL} 字` } : text;
}

function numberCell(text: string, { type, scale }: TableColumn, shown: string): string | { flaw: string } {
  const [, sign, whole, places = ''] = /^(-?)0*(\d*)(?:\.(\d*?)0*)?$/.exec(text) ?? [];
  if (whole === undefined) return text;
  const digits = whole === '' ? '0' : whole;
  if (type === 'integer' && (places !== '' || digits.length > 18)) return { flaw: `应是至多 18 位的整数，“${shown}”不是` };
  if (scale !== undefined && places.length > scale) return { flaw: `至多 ${scale} 位小数，“${shown}”有 ${places.length} 位` };
  if (scale !== undefined && digits.length + scale > 38) return { flaw: `“${shown}”的位数太多` };
  const number = places === '' ? digits : `${digits}.${places}`;
  return number === '0' ? '0' : `${sign}${number}`;
}
