import { MOST_DOTS } from '../chart-query.js';
import type { TableColumn, TableSchema } from '../../table/table-schema.js';
import type { ChartSpec } from '../chart-kind.js';
import type { ChartData } from '../chart-points.js';
import { chartSummary } from '../chart-summary.js';
import { columnName, measureName } from '../chart-words.js';
import { pointMap } from '../map/draw-points.js';
import { regionMap } from '../map/draw-regions.js';
import { barOption } from './bar-option.js';
import { calendarSvg } from './calendar-svg.js';
import { echartsBody } from './echarts-svg.js';
import { framed } from './frame-svg.js';
import { lineOption } from './line-option.js';
import { pieOption } from './pie-option.js';
import { scatterOption } from './scatter-option.js';

export const DRAWING_WIDTH = { min: 320, max: 1_600 };
export const DRAWING_HEIGHT = { min: 200, max: 1_200 };

/** How large a drawing is; without a height it has its natural one. */
interface DrawingSize {
  width: number;
  height?: number;
}

/** A chart as SVG without scripts or anything from outside; the same for the same data. Maps and calendars keep their natural height. */
export async function drawChart(spec: ChartSpec, schema: TableSchema, data: ChartData, size: DrawingSize): Promise<string> {
  const { body, height } = await bodyOf(spec, schema, data, size);
  const summary = [chartSummary(spec, schema, data), ...data.notes.map((note) => `${note}。`)].join('');
  return framed(body, { width: size.width, height, title: spec.title, summary });
}

async function bodyOf(
  spec: ChartSpec,
  { columns }: TableSchema,
  data: ChartData,
  { width, height }: { width: number; height?: number },
): Promise<{ body: string; height: number }> {
  const column = (key?: string): TableColumn | undefined => columns.find((each) => each.key === key);
  const [x, y] = [column(spec.x), column(spec.y)];
  const canvas = {
    width,
    height,
    measure: measureName(y, spec.aggregate),
    along: x ? (spec.kind === 'scatter' ? columnName(x) : x.name) : '',
  };
  if (!data.points.some(({ value }) => value !== null)) return nothing(width);
  switch (spec.kind) {
    case 'bar':
      return drawn(barOption(data, canvas), width);
    case 'line':
      return drawn(lineOption(data, canvas), width);
    case 'pie':
      return data.points.some(({ value }) => (value ?? 0) > 0) ? drawn(pieOption(data, canvas), width) : nothing(width);
    case 'scatter':
      return drawn(scatterOption({ ...data, points: data.points.slice(0, MOST_DOTS) }, canvas), width);
    case 'calendar':
      return calendarSvg(data.points, canvas);
    case 'points':
      return pointMap(data.points, canvas);
    case 'regions':
      return regionMap(data.points, canvas);
  }
}

const drawn = async ({ option, height }: ReturnType<typeof barOption>, width: number) => ({
  body: await echartsBody(option, { width, height }),
  height,
});

const nothing = (width: number) => ({
  body: `<text x="${width / 2}" y="84" font-size="14" text-anchor="middle">没有可以画出的数据</text>`,
  height: 160,
});
