import type { TableColumn, TableSchema } from '../table/table-schema.js';
import { type ChartSpec, isDay } from './chart-kind.js';

/** Rows that one page of the row API gives at most. */
export const CHART_PAGE = 1_000;
export const MOST_BARS = 30;
export const MOST_SLICES = 8;
export const MOST_GROUPS = 7;
export const MOST_MOMENTS = 2_000;
export const MOST_DOTS = 5_000;
/** Days of fifty years; beyond it the latest are drawn. */
const MOST_GROUPED = 20_000;

/** What a chart asks of the row API: one question, read page by page until `most` rows are there. */
export interface ChartQuery {
  select: string;
  groupBy?: string;
  orderBy?: string;
  /** `column__operator` with its value. */
  filters: [name: string, value: string][];
  limit: number;
  /** Rows needed at most: pages are read until then. */
  most: number;
  /** The measure over all rows, asked apart: what is not drawn is shown as “其他”. */
  whole?: { select: string; filters: [name: string, value: string][] };
}

/** The rows that a chart needs; every row of the answer is [x, group?, value, rows behind an average?]. Pure. */
export function chartQuery({ kind, x, y, aggregate, group }: ChartSpec, { columns }: TableSchema): ChartQuery {
  if (kind === 'scatter' || kind === 'points') {
    const filters: [string, string][] = [x, y!].map((key) => [`${key}__isNull`, 'false']);
    const most = kind === 'points' ? MOST_GROUPED : MOST_DOTS;
    return { select: `${x},${y!}`, filters, limit: CHART_PAGE, most };
  }
  const along = columns.find(({ key }) => key === x)!;
  const value = y && aggregate !== 'count' ? `${aggregate}(${y})` : 'count()';
  const [name, counted] = ['measured', 'counted'].map((each) => freeName(each, columns));
  const measures = isFolded(kind, aggregate) ? [`sum(${y!}) as ${name}`, `count(${y!}) as ${counted}`] : [`${value} as ${name}`];
  const keys = group ? [x, group] : [x];
  const asked = { select: [...keys, ...measures].join(','), groupBy: keys.join(',') };
  if (isOverTime(kind, along))
    return { ...asked, orderBy: `${x} desc`, filters: [[`${x}__isNull`, 'false']], limit: CHART_PAGE, most: MOST_GROUPED };
  if (kind === 'regions') return { ...asked, orderBy: x, filters: [[`${x}__isNull`, 'false']], limit: CHART_PAGE, most: 5 * CHART_PAGE };
  const most = group ? 5 * CHART_PAGE : kind === 'pie' ? MOST_SLICES : MOST_BARS;
  const adds = !group && (aggregate === 'count' || aggregate === 'sum');
  return {
    ...asked,
    orderBy: `${name} desc`,
    filters: [],
    limit: Math.min(CHART_PAGE, most + 1),
    most: group ? most : most + 1,
    ...(adds ? { whole: { select: value, filters: [] } } : {}),
  };
}

/** A name for a measure that no column has. */
function freeName(name: string, columns: readonly TableColumn[]): string {
  return columns.some((column) => column.key === name || column.name === name) ? freeName(`${name}_`, columns) : name;
}

/** Whether values of several rows of the answer become one, so that an average needs its parts. */
const isFolded = (kind: ChartSpec['kind'], aggregate: ChartSpec['aggregate']) =>
  aggregate === 'avg' && (kind === 'line' || kind === 'calendar' || kind === 'regions');

const isOverTime = (kind: ChartSpec['kind'], along: TableColumn) => kind === 'line' || (kind === 'calendar' && isDay(along));
