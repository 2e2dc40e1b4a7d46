import type { TableColumn } from '../table/table-schema.js';
import { greatest } from './category-points.js';
import { type ChartSpec, isDay } from './chart-kind.js';
import { inOrder, labelOf, missingYears } from './chart-label.js';
import type { ChartAnswer, ChartData } from './chart-points.js';
import { MOST_CALENDAR_YEARS, MOST_GROUPS, MOST_MOMENTS } from './chart-query.js';
import { fold, folded, type Folded, shown } from './fold-values.js';
import { fullNumber } from './number-words.js';

/** Length of the label of a moment, a day, a month and a year, the finest first. */
const STEPS = [
  [Infinity, ''],
  [10, '天'],
  [7, '月'],
  [4, '年'],
] as const;
const DAY = 10;

interface Moment {
  label: string;
  group: string;
  value: Folded;
}

/** Lines and calendars: every moment, or days, months or years where there are too many. Pure. */
export function momentsOf(spec: ChartSpec, { rows, more }: ChartAnswer, { x, group }: { x: TableColumn; group?: TableColumn }): ChartData {
  const at = group ? 2 : 1;
  // The answer has the latest first, so that the earliest are left out.
  const read: Moment[] = rows.toReversed().map((row) => ({
    label: labelOf(row[0], x),
    group: group ? labelOf(row[1], group) : '',
    value: folded(row[at], row[at + 1]),
  }));
  const { kept, cut } = group
    ? greatest(
        read.map((each) => [each.group, each.value.value]),
        MOST_GROUPS,
      )
    : { kept: [''], cut: false };
  const moments = cut ? read.filter((each) => kept.includes(each.group)) : read;
  const notes = [
    ...(more ? [`时间点太多，只统计了最近的 ${fullNumber(rows.length)} 个`] : []),
    ...(cut ? [`只画出${group!.name}中最大的 ${MOST_GROUPS} 类`] : []),
  ];
  const { series, note } = spread(spec, moments, x);
  const labels = inOrder([...new Set(series.map(({ label }) => label))].map((label) => ({ label }))).map(({ label }) => label);
  const latest = spec.kind === 'calendar' ? latestYears(labels) : labels.slice(-MOST_MOMENTS);
  if (labels.length > latest.length)
    notes.push(spec.kind === 'calendar' ? `只画出最近的 ${MOST_CALENDAR_YEARS} 年` : `只画出最近的 ${fullNumber(MOST_MOMENTS)} 个时间点`);
  const whole =
    spec.kind === 'line' ? inOrder([...latest, ...missingYears(latest)].map((label) => ({ label }))) : latest.map((label) => ({ label }));
  const values = new Map(series.map((each) => [`${each.label}\n${each.group}`, each.value]));
  const points = whole.flatMap(({ label }) =>
    kept.map((name) => ({
      label,
      ...(group ? { group: name } : {}),
      ...shown(values.get(`${label}\n${name}`) ?? { value: null, count: null }),
    })),
  );
  return { points, groups: group ? kept : [], notes: [...notes, ...(note ? [note] : [])] };
}

/** Days of the last years that have any. */
function latestYears(labels: readonly string[]): string[] {
  const years = [...new Set(labels.map((label) => label.slice(0, 4)))].slice(-MOST_CALENDAR_YEARS);
  return labels.filter((label) => years.includes(label.slice(0, 4)));
}

/** Moments that fall together, at the finest step that is not too fine. */
function spread({ kind, aggregate }: ChartSpec, moments: Moment[], x: TableColumn): { series: Moment[]; note?: string } {
  const steps =
    kind === 'calendar' ? STEPS.filter(([length]) => length === DAY) : isDay(x) && aggregate !== 'median' ? STEPS : STEPS.slice(0, 1);
  for (const [index, [length, unit]] of steps.entries()) {
    const series = new Map<string, Moment>();
    for (const moment of moments) {
      const label = moment.label.slice(0, length);
      const key = `${label}\n${moment.group}`;
      const known = series.get(key);
      series.set(key, { label, group: moment.group, value: known ? fold(known.value, moment.value, aggregate) : moment.value });
    }
    const labels = new Set([...series.values()].map(({ label }) => label)).size;
    if (labels <= MOST_MOMENTS || index === steps.length - 1)
      return { series: [...series.values()], ...(index > 0 ? { note: `时间点太多，按${unit}合并后画出` } : {}) };
  }
  return { series: [] };
}
