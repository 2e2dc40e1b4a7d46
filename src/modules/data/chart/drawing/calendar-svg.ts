import type { ChartPoint } from '../chart-points.js';
import { shadeSteps, stepOf } from './shade-steps.js';
import { legendSvg } from './shade-legend.js';

const DAY_MS = 86_400_000;
const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];
const LEFT = 34;
const HEAD = 40;

/** Years as calendars, a column a week from Monday, a square a day. Pure. */
export function calendarSvg(
  points: readonly ChartPoint[],
  { width, measure }: { width: number; measure: string },
): { body: string; height: number } {
  const days = new Map(
    points.filter(({ label, value }) => value !== null && /^\d{4}-\d\d-\d\d$/.test(label)).map(({ label, value }) => [label, value!]),
  );
  const years = [...new Set([...days.keys()].map((day) => Number(day.slice(0, 4))))].sort((a, b) => b - a);
  // Half a year a line where a whole one would be too fine to see.
  const parts =
    width < 640
      ? years.flatMap(
          (year) =>
            [
              [year, 0, 6],
              [year, 6, 12],
            ] as const,
        )
      : years.map((year) => [year, 0, 12] as const);
  const shown = parts.filter(([year, from, to]) =>
    [...days.keys()].some((day) => Number(day.slice(0, 4)) === year && inMonths(day, from, to)),
  );
  const weeks = width < 640 ? 28 : 54;
  const size = Math.min(22, (width - LEFT - 12) / weeks);
  const block = HEAD + 7 * size + 14;
  const steps = shadeSteps([...days.values()]);
  const legend = legendSvg(steps, { width, top: 8, name: measure });
  const body = shown.map(([year, from, to], index) =>
    monthsOf(year, from, to, { days, size, top: legend.height + 8 + index * block, steps }),
  );
  return {
    body: `${legend.body}${body.join('')}`,
    height: Math.ceil(legend.height + 8 + Math.max(1, shown.length) * block),
  };
}

const inMonths = (day: string, from: number, to: number) => Number(day.slice(5, 7)) > from && Number(day.slice(5, 7)) <= to;

function monthsOf(
  year: number,
  from: number,
  to: number,
  { days, size, top, steps }: { days: ReadonlyMap<string, number>; size: number; top: number; steps: ReturnType<typeof shadeSteps> },
): string {
  const first = utc(year, from);
  const monday = first - weekday(first) * DAY_MS;
  const parts = [`<text x="4" y="${top + 14}" font-size="13" font-weight="600">${year}年</text>`];
  for (let row = 0; row < 7; row += 2)
    parts.push(
      `<text x="${LEFT - 6}" y="${place(top + HEAD + (row + 0.78) * size)}" font-size="${Math.min(11, Math.max(8, size * 0.8)).toFixed(1)}" text-anchor="end">${WEEKDAYS[row]}</text>`,
    );
  for (let time = first; time < utc(year, to); time += DAY_MS) {
    const date = new Date(time);
    const column = Math.floor((time - monday) / (7 * DAY_MS));
    const [x, y] = [place(LEFT + column * size), place(top + HEAD + weekday(time) * size)];
    if (date.getUTCDate() === 1)
      parts.push(
        `<text x="${place(LEFT + (column + (weekday(time) > 0 ? 1 : 0)) * size)}" y="${top + HEAD - 6}" font-size="11">${date.getUTCMonth() + 1}月</text>`,
      );
    const step = stepOf(days.get(date.toISOString().slice(0, 10)) ?? null, steps);
    parts.push(
      `<rect x="${x}" y="${y}" width="${place(size - 1.5)}" height="${place(size - 1.5)}" ${step ? `fill="${step.fill}"` : 'fill-opacity="0.07"'}/>`,
    );
  }
  return parts.join('');
}

const utc = (year: number, month: number) => {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 1);
  return date.getTime();
};
const weekday = (time: number) => (new Date(time).getUTCDay() + 6) % 7;
const place = (value: number) => Number(value.toFixed(1));
