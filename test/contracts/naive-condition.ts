import type { Condition, FieldOrder } from '../../src/modules/search/condition.js';
import type { IndexEntry } from '../../src/modules/search/search-engine.js';

/** Values of a field that are not empty, read without any index. */
export function valuesOf(entry: IndexEntry, field: string): string[] {
  const single: Record<string, string> = {
    identifier: entry.identifier,
    title: entry.title,
    license: entry.license,
    createdAt: entry.createdAt,
    updatedAt: entry.updatedAt,
    publishedOn: entry.publishedOn,
    modifiedOn: entry.modifiedOn,
  };
  const values = field === 'keyword' ? entry.keywords : field in single ? [single[field]!] : (entry.facets[field as 'kind'] ?? []);
  return values.filter(Boolean);
}

/** What a condition means, said as plainly as possible. */
export function holds(entry: IndexEntry, condition: Condition): boolean {
  if ('all' in condition) return condition.all.every((each) => holds(entry, each));
  if ('any' in condition) return condition.any.some((each) => holds(entry, each));
  if ('not' in condition) return !holds(entry, condition.not);
  const values = valuesOf(entry, condition.field);
  if ('is' in condition) return values.some((value) => condition.is.includes(value));
  if ('startsWith' in condition) return values.some((value) => value.startsWith(condition.startsWith));
  if ('exists' in condition) return values.length > 0;
  const { from, to } = condition;
  return values.some((value) => {
    const at = firstMoment(value);
    return (from === undefined || at >= firstMoment(from)) && (to === undefined || at <= lastMoment(to));
  });
}

/** In the order asked for; titles are left to the engines, which read them. */
export function inOrder(entries: IndexEntry[], { by, descending }: FieldOrder & { by: Exclude<FieldOrder['by'], 'title'> }): string[] {
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const ordered = [...entries].sort((a, b) => compare(a[by], b[by]) || compare(a.identifier, b.identifier));
  return (descending ? ordered.reverse() : ordered).map(({ identifier }) => identifier);
}

function firstMoment(date: string): number {
  return Date.parse(date.length > 10 ? date : `${date}${'-01-01'.slice(date.length - 4)}`);
}

function lastMoment(date: string): number {
  if (date.length > 10) return Date.parse(date);
  const [year, month, day] = date.split('-').map(Number);
  if (day !== undefined) return Date.UTC(year!, month! - 1, day + 1) - 1;
  return (month === undefined ? Date.UTC(year! + 1, 0) : Date.UTC(year!, month)) - 1;
}
