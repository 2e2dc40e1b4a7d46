import { DuckDBDecimalValue, type DuckDBValue } from '@duckdb/node-api';
import type { PlainValue } from '../table/column-statistics.js';

/** More digits than this a double does not always keep. */
const SAFE_DIGITS = 15;

/** A value of DuckDB as JSON has it: dates and times as ISO text, numbers that a double would change as text. Pure. */
export function plainValue(value: DuckDBValue): PlainValue {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint') return safeInteger(value);
  if (value instanceof DuckDBDecimalValue) return safeDecimal(value.toString());
  // Timestamps of DuckDB have a blank between date and time.
  return value.toString().replace(/^(-?\d+-\d\d-\d\d) (?=\d\d:)/, '$1T');
}

function safeInteger(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}

function safeDecimal(text: string): number | string {
  const digits = (text.includes('.') ? text.replace(/0+$/, '') : text).replace(/[-.]/g, '').replace(/^0+/, '');
  return digits.length <= SAFE_DIGITS ? Number(text) : text;
}
