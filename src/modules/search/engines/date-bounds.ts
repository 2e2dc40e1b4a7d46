import { isInstantField, type Range } from '../condition.js';

/** Sorts behind everything that a more exact date goes on with. */
const END = '~';

/**
 * Bounds of a range as plain text: dates of years and months sort before the days in them, as if they were the first,
 * so a lower bound leaves out what says no more than that, and an upper bound takes in what is more exact.
 */
export function dateBounds({ field, from, to }: Range): { from?: string; to?: string } {
  if (isInstantField(field)) return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  return {
    ...(from === undefined ? {} : { from: from.replace(/(-01){1,2}$/, '') }),
    ...(to === undefined ? {} : { to: to.length < 'YYYY-MM-DD'.length ? `${to}${END}` : to }),
  };
}
