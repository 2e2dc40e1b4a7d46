import { MOST_DOTS } from '../chart-query.js';
import type { ChartPoint } from '../chart-points.js';
import { shortNumber } from '../number-words.js';
import { SERIES } from '../drawing/palette.js';
import { escaped } from '../plain-text.js';
import { boundsOf, fittedProjection, type Projection, type Bounds, roundStep } from './projection.js';

type Place = readonly [longitude: number, latitude: number];

const LEFT = 52;
const BOTTOM = 46;
const CELL = 28;

/** Places on a net of degrees with a scale; no ground map, no borders. Above 5,000 points, circles count those that lie near. Pure. */
export function pointMap(points: readonly ChartPoint[], { width }: { width: number }): { body: string; height: number } {
  const places = points.flatMap(({ x, value }): Place[] => (x === undefined || value === null ? [] : [[x, value]]));
  if (places.length === 0)
    return { body: `<text x="${width / 2}" y="84" font-size="14" text-anchor="middle">没有可以画出的点</text>`, height: 160 };
  const inner = width - LEFT - 12;
  const projection = fittedProjection(boundsOf(places), { width: inner, left: LEFT, top: 12, most: Math.min(640, inner * 0.9) });
  const bottom = 12 + projection.height;
  const many = places.length > MOST_DOTS;
  const note = many ? '圆圈越大，附近的点越多' : '';
  const body = [
    net(projection, { left: LEFT, right: LEFT + inner, top: 12, bottom }),
    `<g fill="${SERIES[0]}" fill-opacity="0.7">${many ? clusters(places, projection) : dots(places, projection)}</g>`,
    scaleBar(projection, { x: LEFT, y: bottom + 30 }),
    note === '' ? '' : `<text x="${LEFT + inner}" y="${num(bottom + 36)}" font-size="11" text-anchor="end">${escaped(note)}</text>`,
  ];
  return { body: body.join(''), height: Math.ceil(bottom + BOTTOM) };
}

const num = (value: number) => Number(value.toFixed(1));

function dots(places: readonly Place[], { x, y }: Projection): string {
  const radius = places.length > 1_000 ? 2 : places.length > 100 ? 3 : 4.5;
  const drawn = new Set(places.map(([longitude, latitude]) => `cx="${num(x(longitude))}" cy="${num(y(latitude))}"`));
  return [...drawn].map((at) => `<circle ${at} r="${radius}"/>`).join('');
}

/** One circle for each square of the drawing, in the middle of its points, as large as they are many. */
function clusters(places: readonly Place[], { x, y }: Projection): string {
  const cells = new Map<string, { count: number; x: number; y: number }>();
  for (const [longitude, latitude] of places) {
    const [across, down] = [x(longitude), y(latitude)];
    const key = `${Math.floor(across / CELL)},${Math.floor(down / CELL)}`;
    const cell = cells.get(key) ?? { count: 0, x: 0, y: 0 };
    cells.set(key, { count: cell.count + 1, x: cell.x + across, y: cell.y + down });
  }
  const list = [...cells.values()].sort((a, b) => b.count - a.count);
  const most = list[0]!.count;
  return list
    .map(({ count, x: across, y: down }) => {
      const radius = num(3 + Math.sqrt(count / most) * (CELL / 2 - 3));
      const [cx, cy] = [num(across / count), num(down / count)];
      const words =
        radius >= 11
          ? `<text x="${cx}" y="${num(cy + 3.5)}" font-size="10" text-anchor="middle" fill="#ffffff" fill-opacity="1">${shortCount(count)}</text>`
          : '';
      return `<circle cx="${cx}" cy="${cy}" r="${radius}" fill-opacity="0.9"/>${words}`;
    })
    .join('');
}

const shortCount = (count: number) => (count >= 1e4 ? `${Math.round(count / 1e4)}万` : String(count));

/** Meridians and parallels with their degrees. */
function net({ bounds, x, y }: Projection & { bounds: Bounds }, box: { left: number; right: number; top: number; bottom: number }): string {
  const step = Math.max(1e-4, roundStep((bounds.east - bounds.west) / Math.max(2, (box.right - box.left) / 130)));
  const places = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const lines: string[] = [];
  const multiples = (from: number, to: number) =>
    Array.from(
      { length: Math.max(0, Math.floor(to / step) - Math.ceil(from / step) + 1) },
      (_, index) => (Math.ceil(from / step) + index) * step,
    );
  for (const degree of multiples(bounds.west, bounds.east)) {
    const at = num(x(degree));
    lines.push(
      `<path d="M${at} ${num(box.top)}V${num(box.bottom)}"/>`,
      degreeText(at, box.bottom + 14, 'middle', degree, places, ['E', 'W']),
    );
  }
  for (const degree of multiples(bounds.south, bounds.north)) {
    const at = num(y(degree));
    lines.push(`<path d="M${box.left} ${at}H${box.right}"/>`, degreeText(box.left - 5, at + 4, 'end', degree, places, ['N', 'S']));
  }
  const frame = `<rect x="${box.left}" y="${box.top}" width="${num(box.right - box.left)}" height="${num(box.bottom - box.top)}" fill="none" stroke-opacity="0.5"/>`;
  return `<g stroke="currentColor" stroke-opacity="0.18">${frame}${lines.join('')}</g>`;
}

const degreeText = (x: number, y: number, anchor: string, degree: number, places: number, [plus, minus]: readonly [string, string]) =>
  `<text x="${num(x)}" y="${num(y)}" font-size="11" text-anchor="${anchor}" stroke="none">${Math.abs(degree).toFixed(places)}°${degree < 0 ? minus : plus}</text>`;

function scaleBar({ kmPerPixel }: Projection, { x, y }: { x: number; y: number }): string {
  const km = roundStep(kmPerPixel * 120);
  const length = num(km / kmPerPixel);
  const words = km >= 1 ? `${shortNumber(km)} 公里` : `${shortNumber(km * 1000)} 米`;
  return `<path d="M${x} ${num(y)}v6h${length}v-6" fill="none" stroke="currentColor"/><text x="${num(x + length + 6)}" y="${num(y + 6)}" font-size="11">${words}</text>`;
}
