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
  if (metric[1] === '%') {
    const points = valueIn(theme, metric, year) - valueIn(theme, metric, year - 1);
    return `比上年${points >= 0 ? '提高' : '下降'}${Math.abs(points).toFixed(1)}个百分点`;
  }
  const change = (valueIn(theme, metric, year) / valueIn(theme, metric, year - 1) - 1) * 100;
  const shown = Math.abs(change).toFixed(1);
  return shown === '0.0' ? '与上年基本持平' : `比上年${change > 0 ? '增长' : '下降'}${shown}%`;
}

/** Averages and shares: they do not add up over regions. */
export const isAdditive = ([, unit]: Metric): boolean => !['%', '天', '微克/立方米', '工作日'].includes(unit);

/** A target is rounder than a result: three significant digits. */
export function targetOf(theme: Theme, metric: Metric, year: number): number {
  const value = valueIn(theme, metric, year);
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 2);
  return value < 100 ? value : Math.round(value / unit) * unit;
}

const UNWELCOME = /投诉|火灾|不合格|火情|浓度|用时|欠薪|追发|违法案件/;

/** How a target is put: at least, at most, or about, as the metric is welcome, unwelcome or just expected to shrink. */
export function targetText(theme: Theme, metric: Metric, year: number): string {
  const [name, unit, , growth] = metric;
  const goal = `${targetOf(theme, metric, year)}${unit}`;
  if (UNWELCOME.test(name)) return `${name}控制在${goal}以内`;
  return growth < 0 ? `${name}${goal}左右` : `${name}不少于${goal}`;
}

/** Values of an average by region, near the city's own. */
export function regionLevels(theme: Theme, metric: Metric, year: number): { name: string; value: number }[] {
  const random = new Random(`${theme.id}${metric[0]}${year}levels`);
  const value = valueIn(theme, metric, year);
  const digits = Number.isInteger(value) ? 0 : 1;
  return REGION_NAMES.map((name) => ({ name, value: Number((value * random.decimal(0.93, 1.06, 3)).toFixed(digits)) }));
}

/** Whole-number parts of a metric by county-level region; they add up to the city's value (or to `total`). */
export function regionParts(
  theme: Theme,
  metric: Metric,
  year: number,
  total = Math.round(valueIn(theme, metric, year)),
): { name: string; value: number }[] {
  const parts = new Random(`${theme.id}${metric[0]}${year}parts`).split(total, REGION_WEIGHTS, 0.25);
  return REGION_NAMES.map((name, i) => ({ name, value: parts[i]! }));
}
