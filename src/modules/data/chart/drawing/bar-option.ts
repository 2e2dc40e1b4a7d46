import type { EChartsCoreOption } from 'echarts/core';
import { OTHERS } from '../chart-label.js';
import type { ChartData } from '../chart-points.js';
import { shortNumber } from '../number-words.js';
import { fitted, textWidth } from '../plain-text.js';
import { AXIS_LINE, axisName, BASE, LABEL, LABEL_SIZE, legendHeight, legendOf, numberAxis, seriesName } from './axis-style.js';
import { harmless } from './harmless-text.js';
import { SERIES } from './palette.js';

const LINE_OF_BAR = 26;
const MOST_STANDING = 16;
const VALUES_WRITTEN = 16;

/** The size and names of what is drawn. */
export interface Canvas {
  width: number;
  height?: number;
  measure: string;
  along: string;
}

interface Drawing {
  option: EChartsCoreOption;
  height: number;
}

/** Bars: standing where their names fit side by side, lying otherwise. Pure. */
export function barOption({ points, groups }: ChartData, { width, height, measure, along }: Canvas): Drawing {
  const labels = [...new Set(points.map(({ label }) => label))];
  const names = groups.length > 0 ? groups : [''];
  const room = (width - 90) / Math.max(1, labels.length);
  const lying = labels.length > MOST_STANDING || labels.some((label) => textWidth(label, LABEL_SIZE) > room - 6);
  const values = new Map(points.map((point) => [`${point.label}\n${point.group ?? ''}`, point.value]));
  const below = points.some(({ value }) => (value ?? 0) < 0);
  const top = legendHeight(groups, width);
  const written = groups.length === 0 && labels.length <= (lying ? Infinity : VALUES_WRITTEN) && (lying || room >= 44);
  const series = names.map((name, index) => ({
    type: 'bar' as const,
    name: seriesName(index),
    ...(groups.length > 0 ? { stack: 'all' } : {}),
    barMaxWidth: lying ? 18 : 40,
    barMinHeight: 1,
    itemStyle: { color: SERIES[index % SERIES.length] },
    data: labels.map((label) => {
      const value = values.get(`${label}\n${name}`) ?? null;
      const side = lying ? ((value ?? 0) < 0 ? 'left' : 'right') : (value ?? 0) < 0 ? 'bottom' : 'top';
      return {
        value,
        ...(label === OTHERS && groups.length === 0 ? { itemStyle: { color: SERIES.at(-1) } } : {}),
        ...(written ? { label: { position: side } } : {}),
      };
    }),
    label: { show: written, ...LABEL, formatter: ({ value }: { value: unknown }) => (typeof value === 'number' ? shortNumber(value) : '') },
  }));
  const longest = Math.max(0, ...labels.map((label) => textWidth(label, LABEL_SIZE)));
  const space = Math.min(longest, Math.max(60, width * 0.36));
  const category = {
    type: 'category' as const,
    // Places instead of names, for the same reason as in `harmless`.
    data: labels.map((_, place) => String(place)),
    axisLabel: {
      ...LABEL,
      interval: 0,
      formatter: (place: string) => harmless(fitted(labels[Number(place)] ?? '', lying ? space : room - 4, LABEL_SIZE)),
    },
    axisLine: { ...AXIS_LINE, onZero: true },
    axisTick: { show: false },
    ...(lying ? { inverse: true } : {}),
  };
  // Names of bars below nought stand at the edge, not across the bars.
  const edge = below ? { axisLabel: { ...category.axisLabel, hideOverlap: false }, axisLine: { ...AXIS_LINE, onZero: false } } : {};
  const drawn = lying
    ? Math.max(height ?? 0, top + 70 + Math.max(2, labels.length) * LINE_OF_BAR)
    : (height ?? Math.round(Math.min(420, Math.max(260, width * 0.5))));
  const option = {
    ...BASE,
    legend: legendOf(groups, width),
    series,
    ...(lying
      ? {
          grid: { left: space + 18, right: written ? 74 : 28, top: top + 30, bottom: 28 },
          xAxis: numberAxis({
            name: axisName(measure, width - space - 40),
            nameLocation: 'start',
            nameGap: 0,
            position: 'top',
            nameTextStyle: { ...LABEL, align: 'left', verticalAlign: 'bottom' },
            splitNumber: width < 480 ? 2 : 4,
          }),
          yAxis: { ...category, ...edge },
        }
      : {
          grid: { left: 66, right: 20, top: top + 40, bottom: 54 },
          xAxis: { ...category, ...edge, name: axisName(along, width - 90), nameLocation: 'middle', nameGap: 30, nameTextStyle: LABEL },
          yAxis: numberAxis({
            name: axisName(measure, width - 40),
            nameTextStyle: { ...LABEL, align: 'left', padding: [0, 0, 0, -50] },
            nameGap: 16,
            ...(written ? { boundaryGap: [below ? '8%' : 0, '8%'] } : {}),
          }),
        }),
  };
  return { option, height: drawn };
}
