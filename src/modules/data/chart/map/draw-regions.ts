import type { ChartPoint } from '../chart-points.js';
import { barOption } from '../drawing/bar-option.js';
import { echartsBody } from '../drawing/echarts-svg.js';
import { legendSvg } from '../drawing/shade-legend.js';
import { shadeSteps, stepOf } from '../drawing/shade-steps.js';
import { shortNumber } from '../number-words.js';
import { escaped, fitted, textWidth } from '../plain-text.js';
import { PROVINCE_TILES } from './province-tiles.js';

const COLUMNS = 8;
const ROWS = 8;
const LARGEST_TILE = 84;
const MOST_BARS = 40;
/** Digits that a small square has room for; the table has them all. */
const SIGNIFICANT = 3;

/** Provinces as a map of squares with shades; the parts of one province as bars, the greatest first. */
export async function regionMap(
  points: readonly ChartPoint[],
  { width, measure }: { width: number; measure: string },
): Promise<{ body: string; height: number }> {
  if (points.every(({ code }) => code?.length === 2)) return tileMap(points, { width, measure });
  const sorted = points.filter(({ value }) => value !== null).toSorted((a, b) => b.value! - a.value!);
  const { option, height } = barOption({ points: sorted.slice(0, MOST_BARS), groups: [], notes: [] }, { width, measure, along: '' });
  return { body: await echartsBody(option, { width, height }), height };
}

/** The 34 provincial units as squares in their rough places. Pure. */
export function tileMap(
  points: readonly ChartPoint[],
  { width, measure }: { width: number; measure: string },
): { body: string; height: number } {
  const values = new Map(points.map(({ code, value }) => [code, value]));
  const steps = shadeSteps(points.flatMap(({ value }) => (value === null ? [] : [value])));
  const legend = legendSvg(steps, { width, top: 8, name: measure });
  const size = Math.floor(Math.min(LARGEST_TILE, (width - 8) / COLUMNS));
  const left = Math.floor((width - size * COLUMNS) / 2);
  const top = legend.height + 8;
  const tiles = PROVINCE_TILES.map(({ code, name, column, row }) => {
    const value = values.get(code) ?? null;
    const step = stepOf(value, steps);
    const [x, y, side] = [left + column * size, top + row * size, size - 3];
    const ink = step ? ` fill="${step.ink}"` : '';
    const square = step
      ? `<rect x="${x}" y="${y}" width="${side}" height="${side}" rx="4" fill="${step.fill}" stroke="currentColor" stroke-opacity="0.25"/>`
      : `<rect x="${x}" y="${y}" width="${side}" height="${side}" rx="4" fill="none" stroke="currentColor" stroke-opacity="0.45" stroke-dasharray="3 3"/>`;
    return `${square}${words(name, value, { middle: x + side / 2, top: y, side, ink })}`;
  });
  const none = PROVINCE_TILES.some(({ code }) => (values.get(code) ?? null) === null);
  const height = top + ROWS * size + (none ? 22 : 6);
  const note = none ? `<text x="${left}" y="${height - 8}" font-size="11">虚线框：没有数据</text>` : '';
  return { body: `${legend.body}${tiles.join('')}${note}`, height };
}

function words(
  name: string,
  value: number | null,
  { middle, top, side, ink }: { middle: number; top: number; side: number; ink: string },
): string {
  const size = Math.min(14, Math.floor((side - 4) / 3));
  const short = value === null ? '—' : shortNumber(Number(value.toPrecision(SIGNIFICANT)));
  const small = Math.min(12, Math.max(8, Math.floor((size * (side - 4)) / Math.max(side - 4, textWidth(short, size)))));
  const say = (text: string, y: number, own: number) =>
    `<text x="${middle}" y="${Math.round(y)}" font-size="${own}" text-anchor="middle"${ink}>${escaped(text)}</text>`;
  return `${say(name, top + side * 0.44, size)}${say(fitted(short, side, small), top + side * 0.8, small)}`;
}
