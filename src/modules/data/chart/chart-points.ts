import type { PlainValue } from '../table/column-statistics.js';
import type { TableColumn, TableSchema } from '../table/table-schema.js';
import { type ChartSpec, hasDots } from './chart-kind.js';
import { categoriesOf } from './category-points.js';
import { labelOf } from './chart-label.js';
import { MOST_DOTS, regionNames } from './chart-query.js';
import { fullNumber, finite } from './number-words.js';
import { regionsOf } from './map/region-points.js';
import { plausiblePlaces } from './map/plausible-places.js';
import { momentsOf } from './time-points.js';

/** One bar, slice, dot or day. */
export interface ChartPoint {
  label: string;
  value: number | null;
  /** Every digit, where a double cannot hold them. */
  exact?: string;
  group?: string;
  /** Across, of dots: a number or a longitude. */
  x?: number;
  /** Division code of a region. */
  code?: string;
}

/** What a chart shows, and sentences on what it leaves out. */
export interface ChartData {
  points: ChartPoint[];
  /** Names of the series, in their order; empty without a group. */
  groups: string[];
  notes: string[];
}

/** What the row API answered to a chart's query. */
export interface ChartAnswer {
  rows: readonly (readonly PlainValue[])[];
  /** Whether there are rows beyond those read. */
  more?: boolean;
  /** The measure over all rows, if it was asked. */
  whole?: PlainValue;
  /** Rows of the whole table. */
  rowCount?: number;
}

/** Turns rows of the row API into what a chart shows. Pure. */
export function chartPoints(spec: ChartSpec, { columns }: TableSchema, answer: ChartAnswer): ChartData {
  const column = (key: string): TableColumn => columns.find((each) => each.key === key) ?? { key, name: key, type: 'string' };
  const x = column(spec.x);
  if (hasDots(spec.kind)) return dotsOf(spec, answer, x);
  const group = spec.group === undefined ? undefined : column(spec.group);
  if (spec.kind === 'regions') return regionsOf(spec, answer, { named: regionNames(spec.x, columns) !== undefined });
  if (spec.kind === 'line' || spec.kind === 'calendar') return momentsOf(spec, answer, { x, group });
  return categoriesOf(spec, answer, { x, group });
}

function dotsOf({ kind }: ChartSpec, { rows, more, rowCount }: ChartAnswer, x: TableColumn): ChartData {
  const most = kind === 'scatter' ? MOST_DOTS : rows.length;
  const read = rows.slice(0, most).flatMap(([a, b]): (ChartPoint & { x: number; value: number })[] => {
    const [across, up] = [finite(a), finite(b)];
    return across === null || up === null ? [] : [{ label: labelOf(a, x), x: across, value: up }];
  });
  const all = rowCount === undefined ? '' : `共 ${fullNumber(rowCount)} 行，`;
  const cut = more === true || rows.length > most ? [`${all}图中是文件里的前 ${fullNumber(read.length)} 行`] : [];
  if (kind === 'scatter') return { points: read, groups: [], notes: cut };
  const { places, notes } = plausiblePlaces(read);
  return { points: places, groups: [], notes: [...cut, ...notes] };
}
