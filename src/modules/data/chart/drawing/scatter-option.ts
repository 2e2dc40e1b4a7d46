import type { EChartsCoreOption } from 'echarts/core';
import type { ChartData } from '../chart-points.js';
import { AXIS_LINE, axisName, BASE, LABEL, numberAxis } from './axis-style.js';
import type { Canvas } from './bar-option.js';
import { SERIES } from './palette.js';

const MANY = 500;

/** Dots of two numbers. Pure. */
export function scatterOption(
  { points }: ChartData,
  { width, height, measure, along }: Canvas,
): { option: EChartsCoreOption; height: number } {
  const option = {
    ...BASE,
    grid: { left: 66, right: 28, top: 40, bottom: 56 },
    xAxis: numberAxis({
      name: axisName(along, width - 90),
      nameLocation: 'middle',
      nameGap: 30,
      scale: true,
      axisLine: { ...AXIS_LINE, show: true, onZero: false },
      splitNumber: width < 480 ? 3 : 6,
    }),
    yAxis: numberAxis({
      name: axisName(measure, width - 40),
      nameTextStyle: { ...LABEL, align: 'left', padding: [0, 0, 0, -50] },
      nameGap: 16,
      scale: true,
    }),
    series: [
      {
        type: 'scatter' as const,
        symbolSize: points.length > MANY ? 4 : 7,
        itemStyle: { color: SERIES[0], opacity: points.length > MANY ? 0.5 : 0.75 },
        data: points.map(({ x, value }) => [x ?? null, value]),
      },
    ],
  };
  return { option, height: height ?? Math.round(Math.min(480, Math.max(260, width * 0.6))) };
}
