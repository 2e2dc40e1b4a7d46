import { shortNumber } from '../number-words.js';
import { fitted, lineOf } from '../plain-text.js';
import { harmless } from './harmless-text.js';

export const LABEL_SIZE = 12;
const INK = 'currentColor';

/** Texts and lines in the ink of the page. */
export const LABEL = { color: INK, fontSize: LABEL_SIZE } as const;
export const AXIS_LINE = { lineStyle: { color: INK, opacity: 0.6 } } as const;
const SPLIT_LINE = { lineStyle: { color: INK, opacity: 0.14 } } as const;

/** The options that all drawings share. */
export const BASE = { animation: false, backgroundColor: 'none', textStyle: { color: INK, fontSize: LABEL_SIZE }, useUTC: true } as const;

/** An axis of numbers: 万 and 亿 instead of noughts, its name with the unit above or below. */
export const numberAxis = (more: object = {}) => ({
  type: 'value' as const,
  axisLabel: { ...LABEL, formatter: (value: number) => shortNumber(value), hideOverlap: true },
  axisLine: { show: false, ...AXIS_LINE },
  axisTick: { show: false },
  splitLine: SPLIT_LINE,
  nameTextStyle: LABEL,
  ...more,
});

/** The name of an axis, cut to the width it has. */
export const axisName = (name: string, width: number) => harmless(fitted(lineOf(name), width, LABEL_SIZE));

/** ECharts knows series by names of ours: it keeps names in plain objects. */
export const seriesName = (index: number) => `s${index}`;

export const legendOf = (names: readonly string[], width: number) =>
  names.length < 2
    ? undefined
    : {
        data: names.map((_, index) => ({ name: seriesName(index) })),
        top: 4,
        left: 8,
        width: width - 16,
        itemWidth: 16,
        itemHeight: 10,
        textStyle: LABEL,
        formatter: (name: string) => harmless(fitted(names[Number(name.slice(1))] ?? '', 120, LABEL_SIZE)),
      };

/** Lines that a legend takes. */
export function legendHeight(names: readonly string[], width: number): number {
  if (names.length < 2) return 0;
  let [lines, used] = [1, 0];
  for (const name of names) {
    const own = 34 + Math.min(120, [...name].length * LABEL_SIZE);
    if (used > 0 && used + own > width - 16) [lines, used] = [lines + 1, 0];
    used += own;
  }
  return 6 + lines * 22;
}
