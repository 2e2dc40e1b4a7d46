import type { ColumnType, TableColumn } from '../table/table-schema.js';
import type { Position } from './compile-query.js';
import type { TableQuery } from './table-query.js';

const LONGEST_NUMBER = 400;

/** Texts that a statement can cast into the type of a column, as DuckDB itself writes them. */
const SHAPES: Record<Exclude<ColumnType, 'string'>, RegExp> = {
  integer: /^-?\d{1,18}$|^-?[1-8]\d{18}$|^-?9[01]\d{17}$/,
  number: /^-?(\d+(\.\d*)?|\.\d+)(e[-+]?\d{1,3})?$/,
  boolean: /^(true|false)$/,
  date: /^\d{1,6}-(0\d|1[0-2])-[0-3]\d( \(BC\))?$/,
  datetime: /^\d{1,6}-(0\d|1[0-2])-[0-3]\d [0-2]\d:[0-5]\d:[0-5]\d(\.\d{1,6})?( \(BC\))?$/,
  time: /^[0-2]\d:[0-5]\d:[0-5]\d(\.\d{1,6})?$/,
};

/** The place that the text of a cursor names in the order of a question; undefined when it names none. Pure. */
export function readPosition(text: string, { grouped, orderBy }: TableQuery): Position | undefined {
  const position = parsed(text);
  const columns = grouped ? [] : orderBy.map(({ by }) => by as TableColumn);
  if (!Array.isArray(position) || position.length !== columns.length + 1) return undefined;
  const row: unknown = position.at(-1);
  if (!Number.isSafeInteger(row) || (row as number) < 0) return undefined;
  return columns.every(({ type }, index) => fits(position[index], type)) ? (position as Position) : undefined;
}

function fits(value: unknown, type: ColumnType): boolean {
  if (value === null) return true;
  if (typeof value !== 'string') return false;
  return type === 'string' || (value.length <= LONGEST_NUMBER && SHAPES[type].test(value));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
