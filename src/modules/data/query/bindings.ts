import type { BoundValue } from '../engine/engine-message.js';
import type { ColumnType, TableColumn } from '../table/table-schema.js';

/** Values of a statement under names of ours. */
export class Bindings {
  readonly values: Record<string, BoundValue> = {};
  private next = 0;

  /** Binds a value; answers the expression that stands for it, of the type asked for. */
  add(type: ColumnType, value: string | boolean, sqlType?: string): string {
    const name = `p${this.next++}`;
    this.values[name] = { type: typeof value === 'boolean' ? 'boolean' : 'string', value };
    const cast = typeof value === 'boolean' ? undefined : (sqlType ?? SQL_TYPES[type]);
    return cast === undefined ? `$${name}` : `CAST($${name} AS ${cast})`;
  }
}

const SQL_TYPES: Partial<Record<ColumnType, string>> = {
  integer: 'BIGINT',
  date: 'DATE',
  datetime: 'TIMESTAMP',
  time: 'TIME',
  number: 'DOUBLE',
};

/** A value bound in the type of a column, exactly: a number is never rounded to compare. */
export function typed(column: TableColumn, value: string | boolean, bindings: Bindings): string {
  const isNumber = column.type === 'integer' || column.type === 'number';
  return bindings.add(column.type, value, isNumber ? numberType(column, String(value)) : undefined);
}

function numberType({ type, scale }: TableColumn, value: string): string {
  const [whole = '', places = ''] = value.replace(/^-/, '').split('.');
  if (type === 'integer' && places === '' && whole.length <= 18) return 'BIGINT';
  // A column without a scale is kept as doubles.
  if (type === 'number' && scale === undefined) return 'DOUBLE';
  if (places.length <= (scale ?? 0) && whole.length + (scale ?? 0) <= 18) return `DECIMAL(18,${scale ?? 0})`;
  return whole.length + Math.max(places.length, 10) <= 38 && places.length <= 18
    ? `DECIMAL(38,${Math.max(places.length, scale ?? 0)})`
    : 'DOUBLE';
}
