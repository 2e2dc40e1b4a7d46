import type { TableColumn, TableSchema } from '../table/table-schema.js';
import { type ChartSpec, hasDots } from './chart-kind.js';
import { addressName, reference } from './column-reference.js';
import { isPlace } from './column-sense.js';

/** Rows of one page: each page of groups makes all of them again, so few pages. */
const CHART_PAGE = 5_000;
/** Different values of a region, or of two columns together. */
const MOST_CELLS = 5_000;
export const MOST_BARS = 30;
export const MOST_SLICES = 8;
export const MOST_GROUPS = 7;
export const MOST_MOMENTS = 2_000;
export const MOST_DOTS = 5_000;
export const MOST_CALENDAR_YEARS = 3;
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
  whole?: string;
}

/** The rows that a chart needs; every row of the answer is [x, group?, value, rows behind an average?, least and greatest name of a region?]. Pure. */
export function chartQuery({ kind, x, y, aggregate, group }: ChartSpec, { columns }: TableSchema): ChartQuery {
  const column = (key: string) => columns.find((each) => each.key === key)!;
  const named = (key: string) => reference(column(key), columns);
  const known = (key: string): [string, string] => [`${addressName(column(key), columns)}__isNull`, 'false'];
  if (hasDots(kind)) {
    const most = kind === 'points' ? MOST_GROUPED : MOST_DOTS;
    return { select: `${named(x)},${named(y!)}`, filters: [known(x), known(y!)], limit: CHART_PAGE, most };
  }
  const value = y && aggregate !== 'count' ? `${aggregate}(${named(y)})` : 'count()';
  const [name, counted] = ['measured', 'counted'].map((each) => freeName(each, columns));
  const measures = isFolded(kind, aggregate)
    ? [`sum(${named(y!)}) as ${name}`, `count(${named(y!)}) as ${counted}`]
    : [`${value} as ${name}`];
  const keys = (group ? [x, group] : [x]).map(named).join(',');
  const asked = { select: [keys, ...measures].join(','), groupBy: keys, limit: CHART_PAGE };
  if (kind === 'line' || kind === 'calendar') return { ...asked, orderBy: `${named(x)} desc`, filters: [known(x)], most: MOST_GROUPED };
  if (kind === 'regions') {
    const place = regionNames(x, columns);
    const names = place ? ['min', 'max'].map((each) => `,${each}(${named(place.key)})`).join('') : '';
    return { ...asked, select: `${asked.select}${names}`, orderBy: named(x), filters: [known(x)], most: MOST_CELLS };
  }
  const most = group ? MOST_CELLS : (kind === 'pie' ? MOST_SLICES : MOST_BARS) + 1;
  const adds = !group && (aggregate === 'count' || aggregate === 'sum');
  return { ...asked, orderBy: `${name} desc`, filters: [], most, ...(adds ? { whole: value } : {}) };
}

/** The column that names the regions of a column of codes. Pure. */
export const regionNames = (codes: string, columns: readonly TableColumn[]): TableColumn | undefined =>
  columns.find((column) => column.key !== codes && isPlace(column));

/** A name for a measure that no column has. */
function freeName(name: string, columns: readonly TableColumn[]): string {
  return columns.some((column) => column.key === name || column.name === name) ? freeName(`${name}_`, columns) : name;
}

/** Whether values of several rows of the answer become one, so that an average needs its parts. */
const isFolded = (kind: ChartSpec['kind'], aggregate: ChartSpec['aggregate']) =>
  aggregate === 'avg' && (kind === 'line' || kind === 'calendar' || kind === 'regions');
