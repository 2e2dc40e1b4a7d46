import type { EChartsCoreOption } from 'echarts/core';
import { OTHERS } from '../chart-label.js';
import type { ChartData } from '../chart-points.js';
import { fitted } from '../plain-text.js';
import { BASE, LABEL, LABEL_SIZE } from './axis-style.js';
import { harmless } from './harmless-text.js';
import { SERIES } from './palette.js';

/** A ring whose parts are named beside it, so that no colour has to be told apart. Pure. */
export function pieOption(
  { points }: ChartData,
  { width, height }: { width: number; height?: number },
): { option: EChartsCoreOption; height: number } {
  const drawn = height ?? Math.round(Math.min(380, Math.max(260, width * 0.55)));
  const parts = points.filter(({ value }) => value !== null && value > 0);
  const total = parts.reduce((sum, { value }) => sum + value!, 0);
  const share = (value: number) => `${((value / total) * 100).toFixed(1)}%`;
  const outer = Math.min(drawn * 0.36, width * 0.2);
  const room = width / 2 - outer - 34;
  const option = {
    ...BASE,
    series: [
      {
        type: 'pie' as const,
        radius: [outer * 0.5, outer],
        startAngle: 90,
        itemStyle: { borderColor: 'currentColor', borderWidth: 1, opacity: 1 },
        label: {
          ...LABEL,
          lineHeight: 16,
          formatter: ({ dataIndex }: { dataIndex: number }) => {
            const part = parts[dataIndex]!;
            return `${harmless(fitted(part.label, Math.max(36, room), LABEL_SIZE))}\n${share(part.value!)}`;
          },
        },
        labelLine: { length: 14, length2: 8, lineStyle: { color: 'currentColor', opacity: 0.6 } },
        minShowLabelAngle: 0,
        avoidLabelOverlap: true,
        data: parts.map(({ label, value }, index) => ({
          name: `${index}`,
          value,
          itemStyle: { color: label === OTHERS ? SERIES.at(-1) : SERIES[index % SERIES.length] },
        })),
      },
    ],
  };
  return { option, height: drawn };
}
