import type { PlainValue } from '../table/column-statistics.js';
import type { TableColumn } from '../table/table-schema.js';
import { lineOf } from './plain-text.js';

export const OTHERS = '其他';
const MOST_LINES_OF_YEARS = 300;

/** How a value is called beside its bar or dot. Pure. */
export function labelOf(value: PlainValue | undefined, { type }: Pick<TableColumn, 'type'>): string {
  if (value === null || value === undefined) return '（空）';
  if (typeof value === 'boolean' || type === 'boolean') return value === true || value === 'true' ? '是' : '否';
  const text = lineOf(String(value));
  if (type === 'datetime') return text.replace('T', ' ').replace(/(:\d\d)\.0+$/, '$1');
  return text === '' ? '（空白）' : text;
}

/** A number that puts days, months, years and numbers in order; nothing for other words. Pure. */
export function placeInOrder(label: string): number | null {
  const [, year, month = '01', day = '01', rest = ''] =
    /^(\d{4})(?:年度?|[-/.](?=\d))?(\d{1,2})?(?:月份?|[-/.](?=\d))?(\d{1,2})?日?(.*)$/u.exec(label) ?? [];
  if (year !== undefined && (rest === '' || /^[ T]\d\d:\d\d/.test(rest))) {
    const place = Date.parse(
      `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${/\d\d:\d\d(:\d\d)?/.exec(rest)?.[0] ?? '00:00'}Z`,
    );
    return Number.isNaN(place) ? null : place;
  }
  const [number] = /^-?\d+(\.\d+)?/.exec(label) ?? [];
  return number === undefined ? null : Number(number);
}

/** Labels in their natural order when all have one. Pure. */
export function inOrder<T extends { label: string }>(points: T[]): T[] {
  const places = new Map(points.map(({ label }) => [label, placeInOrder(label)]));
  if (points.some(({ label }) => places.get(label) === null)) return points;
  return points.toSorted((a, b) => places.get(a.label)! - places.get(b.label)!);
}

/** Years between the first and the last that no row has, so that a line shows the gap. Pure. */
export function missingYears(labels: readonly string[]): string[] {
  const years = labels.map((label) => /^(\d{4})(年度?)?$/u.exec(label));
  if (years.length < 2 || years.some((year) => year === null)) return [];
  const numbers = years.map((year) => Number(year![1]));
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  if (last - first > MOST_LINES_OF_YEARS) return [];
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return all.filter((year) => !numbers.includes(year)).map((year) => `${year}${years[0]![2] ?? ''}`);
}
