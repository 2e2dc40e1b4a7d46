import type { PlainValue } from '../table/column-statistics.js';
import type { ChartAggregate } from './chart-kind.js';
import { finite } from './number-words.js';

/** A value that others can be folded into; of an average, sum and count apart. */
export interface Folded {
  value: number | null;
  count: number | null;
  /** Every digit of a number that a double cannot hold, as long as it stands alone. */
  exact?: string;
}

/** Reads the measures of a row: a value, and with folded averages the rows behind it. Pure. */
export function folded(value: PlainValue | undefined, count?: PlainValue): Folded {
  return { value: finite(value), count: finite(count), ...(typeof value === 'string' && finite(value) !== null ? { exact: value } : {}) };
}

/** Two groups as one. Pure. */
export function fold(a: Folded, b: Folded, aggregate: ChartAggregate | null): Folded {
  if (a.value === null) return b;
  if (b.value === null) return a;
  const count = a.count === null || b.count === null ? null : a.count + b.count;
  switch (aggregate) {
    case 'min':
      return a.value <= b.value ? a : b;
    case 'max':
      return a.value >= b.value ? a : b;
    case 'avg':
      // Averages that came without their parts weigh the same.
      return count === null ? { value: (a.value + b.value) / 2, count } : { value: a.value + b.value, count };
    case 'median':
      return a;
    case 'count':
    case 'sum':
    case null:
      return { value: added(a.value, b.value), count };
  }
}

/** The number that is shown. Pure. */
export function shown({ value, count, exact }: Folded): { value: number | null; exact?: string } {
  if (value !== null && count !== null) return { value: count === 0 ? null : value / count };
  return { value, ...(exact === undefined ? {} : { exact }) };
}

/** A sum without the last digits that doubles make up. Pure. */
export const added = (a: number, b: number): number => Number((a + b).toPrecision(14));
