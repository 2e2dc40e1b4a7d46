import type { Counted } from './counted.js';
import { COUNT_NAMES, COUNTS, type CountName, FIGURE_NAMES, type FigureName, FIGURES } from './figure.js';
import type { MonthRange } from './month.js';

/** Value of a figure; null where there is nothing to divide or to take the middle of. */
export type FigureValues = Record<FigureName, number | null>;

/** Sums up groups. */
export class Tally {
  private readonly counts = new Map<CountName, number>();
  /** How many took so many working days. */
  private readonly days = new Map<number, number>();

  /** Adds a group to the figures that it counts in and that are asked for. */
  add({ figures, count, days }: Counted, wanted: (figure: CountName) => boolean): void {
    for (const figure of figures) if (wanted(figure)) this.counts.set(figure, (this.counts.get(figure) ?? 0) + count);
    if (days !== undefined && wanted('publishing.told')) this.days.set(days, (this.days.get(days) ?? 0) + count);
  }

  values(): FigureValues {
    return Object.fromEntries(FIGURE_NAMES.map((name) => [name, this.valueOf(name)])) as FigureValues;
  }

  private valueOf(name: FigureName): number | null {
    const { of, part } = FIGURES[name];
    if (of === undefined) return this.counts.get(name as CountName) ?? 0;
    return part === undefined ? medianOf(this.days) : shareOf(this.counts.get(part) ?? 0, this.counts.get(of) ?? 0);
  }
}

/** Percent to one place; null of nothing. Pure. */
export const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((part / whole) * 1000) / 10);

/** The value in the middle, or half way between the two in the middle; null of nothing. Pure. */
export function medianOf(counts: ReadonlyMap<number, number>): number | null {
  const sorted = [...counts].sort(([a], [b]) => a - b);
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return null;
  const at = (place: number): number => {
    let passed = 0;
    return sorted.find(([, count]) => (passed += count) > place)![0];
  };
  return (at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2;
}

const inRange = (month: string | null, { from, to }: MonthRange) => month !== null && month >= from && month <= to;
const MONTHLY = new Set<CountName>(COUNT_NAMES.filter((name) => COUNTS[name].scope === 'month'));

/** Whether a figure of a group belongs to a span of months; what is of today belongs to every span. Pure. */
export const counts = (figure: CountName, month: string | null, range: MonthRange): boolean =>
  !MONTHLY.has(figure) || inRange(month, range);

/** Sums of a span of months. Pure. */
export function tallyOf(groups: Iterable<Counted>, range: MonthRange): FigureValues {
  const tally = new Tally();
  for (const group of groups) tally.add(group, (figure) => counts(figure, group.month, range));
  return tally.values();
}

/** Sums of each month of a span, of monthly figures alone. Pure. */
export function talliesByMonth(groups: Iterable<Counted>, months: readonly string[]): Map<string, FigureValues> {
  const tallies = new Map(months.map((month) => [month, new Tally()]));
  for (const group of groups) tallies.get(group.month ?? '')?.add(group, (figure) => MONTHLY.has(figure));
  return new Map([...tallies].map(([month, tally]) => [month, tally.values()]));
}

/** Sums of each department over a span of months. Pure. */
export function talliesByDepartment(groups: Iterable<Counted>, range: MonthRange): Map<string | null, FigureValues> {
  const tallies = new Map<string | null, Tally>();
  for (const group of groups) {
    let tally = tallies.get(group.department);
    if (!tally) tallies.set(group.department, (tally = new Tally()));
    tally.add(group, (figure) => counts(figure, group.month, range));
  }
  return new Map([...tallies].map(([department, tally]) => [department, tally.values()]));
}
