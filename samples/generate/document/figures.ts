import { Random } from '../random.js';
import { REGION_NAMES, REGION_WEIGHTS } from '../region.js';
import type { Metric, Theme } from '../theme/theme.js';

/** The yearly value of a metric, the same wherever it is quoted. */
export function valueIn(theme: Theme, metric: Metric, year: number): number {
  const [name, , base, growth] = metric;
  let value = base;
  for (let y = 2022; y <= year; y++) value *= 1 + (growth + new Random(`${theme.id}${name}${y}`).decimal(-2.5, 2.5)) / 100;
  return base < 200 && !Number.isInteger(base) ? Number(value.toFixed(1)) : Math.round(value);
}

/** Percent change against the year before, as reports print it. */
export function changeIn(theme: Theme, metric: Metric, year: number): string {
  if (year <= 2021) return '';
  const change = (valueIn(theme, metric, year) / valueIn(theme, metric, year - 1) - 1) * 100;
  const shown = Math.abs(change).toFixed(1);
  return shown === '0.0' ? '与上年基本持平' : `比上年${change > 0 ? '增长' : '下降'}${shown}%`;
}

/** Whole-number parts of a metric by county-level region; they add up to the city's value. */
export function regionParts(theme: Theme, metric: Metric, year: number): { name: string; value: number }[] {
  const total = Math.round(valueIn(theme, metric, year));
  const parts = new Random(`${theme.id}${metric[0]}${year}parts`).split(total, REGION_WEIGHTS, 0.25);
  return REGION_NAMES.map((name, i) => ({ name, value: parts[i]! }));
}
