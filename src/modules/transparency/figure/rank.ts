import type { FigureName } from './figure.js';
import type { FigureValues } from './tally.js';

export const ORDERS = ['desc', 'asc'] as const;
export type Order = (typeof ORDERS)[number];

type Ranked = readonly [code: string | null, values: FigureValues];

/** Departments by one figure; those that have none come last either way, and equal ones by their code, so that pages do not overlap. Pure. */
export function inOrder(departments: readonly Ranked[], sort: FigureName, order: Order): Ranked[] {
  return departments.toSorted(([codeA, a], [codeB, b]) => {
    const [left, right] = [a[sort], b[sort]];
    if (left === null || right === null) {
      if (left !== right) return left === null ? 1 : -1;
    } else if (left !== right) return order === 'asc' ? left - right : right - left;
    // Where no department is known comes after all that are.
    if (codeA === null || codeB === null) return codeA === null ? 1 : -1;
    return codeA < codeB ? -1 : 1;
  });
}
