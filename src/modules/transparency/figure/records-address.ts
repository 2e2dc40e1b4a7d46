import { type CountName, COUNTS } from './figure.js';

/** One month, or months from one to another. */
export type Span = { month: string } | { from: string; to: string };

/** Stands for records of which no department is known; no department has this code. */
export const NO_DEPARTMENT = '-';

/** What leads to the records behind a count, after the path. Pure. */
export function recordsQuery(figure: CountName, department: string | null | undefined, span: Span): string {
  // Whatever else the object holds has no place in an address.
  const months = 'month' in span ? { month: span.month } : { from: span.from, to: span.to };
  const spanned = COUNTS[figure].scope === 'month' ? months : {};
  return new URLSearchParams({
    figure,
    ...(department === undefined ? {} : { department: department ?? NO_DEPARTMENT }),
    ...spanned,
  }).toString();
}
