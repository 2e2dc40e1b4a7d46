import { invalidField } from '../../../kernel/app-error.js';
import type { ChartPoint } from '../chart-points.js';
import { framed } from '../drawing/frame-svg.js';
import { legendSvg } from '../drawing/shade-legend.js';
import { shadeSteps, stepOf } from '../drawing/shade-steps.js';
import { escaped, lineOf } from '../plain-text.js';
import { pathOf, ringsOf } from './outline-path.js';
import { boundsOf, fittedProjection } from './projection.js';

const MOST_FEATURES = 5_000;
const MOST_PLACES = 2_000_000;

/** How a map of an operator's own outlines is drawn. */
export interface OutlineFrame {
  width: number;
  measure: string;
  title: string;
  summary: string;
  inline?: boolean;
  /** The approval number of the operator's map (审图号), shown on it. */
  approval?: string;
}

/**
 * Values as shades on an operator's own outlines: a GeoJSON FeatureCollection whose features have `code` (GB/T 2260) or `name`.
 * @throws AppError VALIDATION_FAILED when there is nothing to draw
 */
export function drawOutlines(
  geojson: unknown,
  values: readonly ChartPoint[],
  { width, measure, approval, ...frame }: OutlineFrame,
): string {
  const features = featuresOf(geojson);
  const byCode = new Map(values.flatMap(({ code, value }) => (code ? [[code.padEnd(6, '0'), value]] : [])));
  const byName = new Map(values.map(({ label, value }) => [label, value]));
  const projection = fittedProjection(boundsOf(places(features)), { width: width - 8, left: 4, top: 0, most: width * 0.9 });
  const steps = shadeSteps(values.flatMap(({ value }) => (value === null ? [] : [value])));
  const legend = legendSvg(steps, { width, top: 8, name: measure });
  const paths = features.map(({ code, name, rings }) => {
    const step = stepOf(byCode.get(code.padEnd(6, '0')) ?? byName.get(name) ?? null, steps);
    return `<path d="${pathOf(rings, projection)}" ${step ? `fill="${step.fill}"` : 'fill-opacity="0.05"'}><title>${escaped(name || code)}</title></path>`;
  });
  const top = legend.height + 4;
  const number = approval
    ? `<text x="4" y="${Math.ceil(top + projection.height + 16)}" font-size="11">审图号：${escaped(approval)}</text>`
    : '';
  const body = `${legend.body}<g transform="translate(0 ${top})" stroke="currentColor" stroke-width="0.7" fill-rule="evenodd">${paths.join('')}</g>${number}`;
  return framed(body, { ...frame, width, height: Math.ceil(top + projection.height + (approval ? 24 : 6)) });
}

interface Feature {
  code: string;
  name: string;
  rings: ReturnType<typeof ringsOf>;
}

function featuresOf(geojson: unknown): Feature[] {
  const { type, features } = (geojson ?? {}) as { type?: unknown; features?: unknown };
  if (type !== 'FeatureCollection' || !Array.isArray(features)) throw invalidField('geojson', '边界文件应是 GeoJSON 的 FeatureCollection');
  if (features.length > MOST_FEATURES) throw invalidField('geojson', `边界文件最多 ${MOST_FEATURES} 个区域`);
  const read = (features as unknown[]).flatMap((each): Feature[] => {
    const { properties, geometry } = (each ?? {}) as { properties?: Record<string, unknown> | null; geometry?: unknown };
    const rings = ringsOf(geometry).filter((ring) => ring.length > 2);
    const [code, name] = ['code', 'name'].map((key) => textOf(properties?.[key]));
    return rings.length > 0 && (code !== '' || name !== '') ? [{ code: code!, name: name!, rings }] : [];
  });
  if (read.length === 0) throw invalidField('geojson', '边界文件里没有带 code 或 name 的 Polygon 或 MultiPolygon');
  const corners = read.reduce((sum, { rings }) => sum + rings.reduce((own, ring) => own + ring.length, 0), 0);
  if (corners > MOST_PLACES) throw invalidField('geojson', `边界文件最多 ${MOST_PLACES} 个点，请先简化`);
  return read;
}

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? lineOf(String(value)) : '');

function* places(features: readonly Feature[]) {
  for (const { rings } of features) for (const ring of rings) yield* ring;
}
