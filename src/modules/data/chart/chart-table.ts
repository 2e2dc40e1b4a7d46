import type { TableColumn, TableSchema } from '../table/table-schema.js';
import { type ChartSpec, hasDots } from './chart-kind.js';
import type { ChartData, ChartPoint } from './chart-points.js';
import { columnName, measureName } from './chart-words.js';
import { fullNumber } from './number-words.js';

/** Beyond it the table beside a chart is a second copy of the data: the rows have an address of their own. */
const MOST_ROWS = 500;

/** The data of a chart as a table for whoever does not see it. */
export interface ChartTable {
  columns: string[];
  rows: string[][];
  /** Whether the chart shows more than the table has. */
  cut: boolean;
}

/** The table beside a chart: text as people read it; series are columns. Pure. */
export function chartTable(spec: ChartSpec, { columns }: TableSchema, data: ChartData): ChartTable {
  const column = (key: string | undefined): TableColumn | undefined => columns.find((each) => each.key === key);
  const [x, y] = [column(spec.x), column(spec.y)];
  const xName = spec.kind === 'regions' ? '地区' : x ? (hasDots(spec.kind) ? columnName(x) : x.name) : spec.x;
  if (hasDots(spec.kind)) {
    const rows = data.points.map(({ x: across, value }) => [numberOf(across ?? null), numberOf(value)]);
    return limited([xName, y ? columnName(y) : '数值'], rows);
  }
  const measure = measureName(y, spec.aggregate);
  if (data.groups.length > 0) {
    const lines = new Map<string, Map<string, ChartPoint>>();
    for (const point of data.points)
      lines.set(point.label, (lines.get(point.label) ?? new Map<string, ChartPoint>()).set(point.group!, point));
    const rows = [...lines].map(([label, series]) => [label, ...data.groups.map((name) => valueOf(series.get(name)))]);
    return limited([xName, ...data.groups.map((name) => `${name}：${measure}`)], rows);
  }
  const total = spec.kind === 'pie' ? data.points.reduce((sum, { value }) => sum + (value ?? 0), 0) : 0;
  const share = (value: number | null) => (total > 0 && value !== null ? `${((value / total) * 100).toFixed(1)}%` : '—');
  return limited(
    [xName, measure, ...(spec.kind === 'pie' ? ['占比'] : [])],
    data.points.map((point) => [point.label, valueOf(point), ...(spec.kind === 'pie' ? [share(point.value)] : [])]),
  );
}

const limited = (columns: string[], rows: string[][]): ChartTable => ({
  columns,
  rows: rows.slice(0, MOST_ROWS),
  cut: rows.length > MOST_ROWS,
});
const numberOf = (value: number | null) => (value === null ? '—' : fullNumber(value));
const valueOf = (point: ChartPoint | undefined) => (point?.exact === undefined ? numberOf(point?.value ?? null) : fullNumber(point.exact));
