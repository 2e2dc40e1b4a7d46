import type { Messages } from '../message/index.js';

/** A value of a table as people read it. Pure. */
export function cellText(value: string | number | boolean | null, t: Messages): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? t.table.yes : t.table.no;
  return String(value).replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)$/, '$1 $2');
}
