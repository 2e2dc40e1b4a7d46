import { BIGINT, BOOLEAN, DOUBLE, type DuckDBType, type DuckDBValue, VARCHAR } from '@duckdb/node-api';
import type { BoundValue } from './engine-message.js';

/** A value as DuckDB binds it; exact decimals, dates and times go as text, which the statement casts. Pure. */
export function boundValue({ type, value }: BoundValue): { bound: DuckDBValue; type: DuckDBType } {
  if (value === null) return { bound: null, type: VARCHAR };
  if (typeof value === 'boolean') return { bound: value, type: BOOLEAN };
  if (typeof value === 'number') return type === 'integer' ? { bound: BigInt(value), type: BIGINT } : { bound: value, type: DOUBLE };
  return { bound: value, type: VARCHAR };
}
