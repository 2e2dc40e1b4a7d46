import type { EChartsCoreOption } from 'echarts/core';
import type { ChartData } from '../chart-points.js';
import { AXIS_LINE, axisName, BASE, LABEL, LABEL_SIZE, legendHeight, legendOf, numberAxis, seriesName } from './axis-style.js';
import type { Canvas } from './bar-option.js';
import { placeInOrder } from '../chart-label.js';
import { shortNumber } from '../number-words.js';
import { fitted } from '../plain-text.js';
import { harmless } from './harmless-text.js';
import { SERIES } from './palette.js';

const DASHES = ['solid', 'dashed', 'dotted', [8, 3, 2, 3], 'solid', 'dashed', 'dotted', [8, 3, 2, 3]] as const;
const SIGNS = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle', 'emptyRect', 'emptyTriangle', 'emptyDiamond'] as const;
const MOST_SIGNS = 60;
const DAY = /^\d{4}-\d\d(-\d\d([ T].*)?)?$/;

/** Lines over time; days stand at their distance. Pure. */
export function lineOption(
  { points, groups }: ChartData,
  { width, height, measure, along }: Canvas,
): { option: EChartsCoreOption; height: number } {
  const labels = [...new Set(points.map(({ label }) => label))];
  const timed = labels.length > 1 && labels.every((label) => DAY.test(label) && placeInOrder(label) !== null);
  const places = new Map(labels.map((label, place) => [label, place]));
  const names = groups.length > 0 ? groups : [''];
  const top = legendHeight(groups, width);
  const few = labels.length <= MOST_SIGNS;
  const series = names.map((name, index) => ({
    type: 'line' as const,
    name: seriesName(index),
    // A lone value between two gaps has no line: a dot shows it.
    showSymbol: few,
    symbol: SIGNS[groups.length > 0 ? index % SIGNS.length : 0],
    symbolSize: groups.length > 0 ? 7 : 5,
    lineStyle: { width: 2, type: DASHES[index % DASHES.length] },
    itemStyle: { color: SERIES[index % SERIES.length] },
    data: points
      .filter((point) => (point.group ?? '') === name)
      .map(({ label, value }) => [timed ? placeInOrder(label) : places.get(label)!, value]),
  }));
  const common = {
    axisLine: { ...AXIS_LINE, onZero: false },
    axisTick: { show: false },
    name: axisName(along, width - 90),
    nameLocation: 'middle' as const,
    nameGap: 30,
    nameTextStyle: LABEL,
  };
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const option = {
    ...BASE,
    legend: legendOf(groups, width),
    grid: { left: 66, right: 28, top: top + 40, bottom: 56 },
    xAxis: timed
      ? {
          type: 'time' as const,
          ...common,
          splitNumber: Math.max(2, Math.floor(width / 130)),
          axisLabel: { ...LABEL, hideOverlap: true, formatter: timeWords(labels) },
          splitLine: { show: false },
        }
      : {
          type: 'category' as const,
          data: labels.map((_, place) => String(place)),
          ...common,
          axisLabel: {
            ...LABEL,
            hideOverlap: true,
            formatter: (place: string) => harmless(fitted(labels[Number(place)] ?? '', 120, LABEL_SIZE)),
          },
          boundaryGap: labels.length === 1,
        },
    yAxis: numberAxis({
      name: axisName(measure, width - 40),
      nameTextStyle: { ...LABEL, align: 'left', padding: [0, 0, 0, -50] },
      nameGap: 16,
      // A line far from nought would be flat; the axis says where it begins.
      scale: values.length > 1 && Math.min(...spreadOf(values)) > 0 && ratio(values) < 0.5,
      axisLabel: { ...LABEL, formatter: (value: number) => shortNumber(value) },
    }),
    series,
  };
  return { option, height: height ?? Math.round(Math.min(420, Math.max(240, width * 0.48))) };
}

const spreadOf = (values: readonly number[]): [number, number] =>
  values.reduce<[number, number]>(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);

function ratio(values: readonly number[]): number {
  const [low, high] = spreadOf(values);
  return high === 0 ? 1 : (high - low) / high;
}

/** Ticks in Chinese: years, months and days where they begin, the clock within one day. */
function timeWords(labels: readonly string[]) {
  const [first, last] = [labels[0]!.slice(0, 10), labels.at(-1)!.slice(0, 10)];
  const clock = first === last;
  return (value: number): string => {
    const at = new Date(value);
    const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
    const time = at.toISOString().slice(11, 16);
    if (clock || time !== '00:00') return clock ? time : `${month}月${day}日 ${time}`;
    if (month === 1 && day === 1) return `${year}年`;
    return day === 1 ? `${month}月` : `${month}月${day}日`;
  };
}
