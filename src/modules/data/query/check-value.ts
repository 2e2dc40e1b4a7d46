import type { TableColumn } from '../table/table-schema.js';
import { queryError } from './query-error.js';
import type { RawValue } from './raw-query.js';
import type { QueryValue } from './table-query.js';

const BOOLEANS = new Map<string, boolean>([
  ['true', true],
  ['是', true],
  ['真', true],
  ['1', true],
  ['false', false],
  ['否', false],
  ['假', false],
  ['不是', false],
  ['不', false],
  ['0', false],
]);

/** A value of a condition as the column has it. @throws AppError naming column, value and how to write it */
export function checkValue({ text, at }: RawValue, column: TableColumn): QueryValue {
  const value = valueOfText(text, column.type);
  if (value !== undefined) return value;
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  throw queryError(
    at?.parameter ?? 'where',
    `“${column.name}”的值应是${VALUE_SHAPES[column.type]}，“${shown}”不是`,
    `${column.key} takes a value of type ${column.type}`,
    at && { ...at, offset: at.parameter === 'where' ? at.offset : 0 },
  );
}

/** No number, date or time is longer; the patterns below are not made for whole pages of text. */
const LONGEST_VALUE = 200;

/** A text as a value of a type, in its one spelling; undefined when it is none. Pure. */
export function valueOfText(text: string, type: TableColumn['type']): QueryValue | undefined {
  if (type === 'string') return text;
  return text.length > LONGEST_VALUE ? undefined : readers[type](text.normalize('NFKC').trim());
}

/** What values of a type look like, for people. */
export const VALUE_SHAPES: Record<TableColumn['type'], string> = {
  string: '文本',
  integer: '整数或小数，如 1200',
  number: '数字，如 1234.5',
  boolean: 'true 或 false',
  date: '日期，如 2023-05-08',
  datetime: '日期和时间，如 2023-05-08T14:30:00',
  time: '时刻，如 14:30:00',
};

const NUMBER = /^[-+]?\d{1,28}(\.\d{1,28})?$/;
const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u;
const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/;

const readers: Record<Exclude<TableColumn['type'], 'string'>, (text: string) => QueryValue | undefined> = {
  integer: (text) => (NUMBER.test(text) ? text.replace(/^\+/, '') : undefined),
  number: (text) => (NUMBER.test(text) ? text.replace(/^\+/, '') : undefined),
  boolean: (text) => BOOLEANS.get(text.toLowerCase()),
  date: (text) => dayOf(/^(\d{4}-\d{1,2}-\d{1,2})[T ]00:00(:00)?$/.exec(text)?.[1] ?? text),
  datetime: (text) => {
    const [, day = text, clock] = /^(.*?)[T ]+([\d:]+)$/u.exec(text) ?? [];
    const date = dayOf(day);
    const time = clock === undefined ? '00:00:00' : timeOf(clock);
    return date && time ? `${date} ${time}` : undefined;
  },
  time: timeOf,
};

/** A day of the calendar as ISO text. */
function dayOf(text: string): string | undefined {
  const [, year, month, day] = DAY.exec(text) ?? [];
  if (year === undefined) return undefined;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  date.setUTCFullYear(Number(year));
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return undefined;
  return `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
}

function timeOf(text: string): string | undefined {
  const [, hour, minute, second = '00'] = CLOCK.exec(text) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute}:${second}`;
}
