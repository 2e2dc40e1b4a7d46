import { AppError } from '../../kernel/app-error.js';
import { columnNamed } from '../query/query-error.js';
import type { ColumnStatistics } from '../table/column-statistics.js';
import type { TableColumn, TableSchema } from '../table/table-schema.js';

export const CHART_KINDS = ['bar', 'line', 'pie', 'scatter'] as const;
export type ChartKind = (typeof CHART_KINDS)[number];
export const CHART_AGGREGATES = ['count', 'sum', 'avg', 'min', 'max', 'median'] as const;
export type ChartAggregate = (typeof CHART_AGGREGATES)[number];

/** A chart of a table: what stands along it, and what is measured. */
export interface ChartSpec {
  kind: ChartKind;
  x: TableColumn;
  /** Absent where rows are counted. */
  y?: TableColumn;
  aggregate: ChartAggregate;
}

const isNumber = ({ type }: TableColumn) => type === 'integer' || type === 'number';
const isDay = ({ type }: TableColumn) => type === 'date' || type === 'datetime';
const MOST_CATEGORIES = 40;
const MOST_SLICES = 8;
const MOST_SUGGESTED = 4;

/** Charts that say something about a table, the likeliest first. Pure. */
export function suggestCharts({ columns }: TableSchema, statistics: readonly ColumnStatistics[]): ChartSpec[] {
  const known = new Map(statistics.map((each) => [each.key, each]));
  const distinct = ({ key }: TableColumn) => known.get(key)?.distinct ?? 0;
  const categories = columns.filter((column) => column.type === 'string' && distinct(column) >= 2 && distinct(column) <= MOST_CATEGORIES);
  const days = columns.filter((column) => isDay(column) && distinct(column) >= 3);
  // Numbers that count the rows measure nothing.
  const measures = columns.filter(
    (column) => isNumber(column) && distinct(column) > 2 && !/^(序号|编号|年份?|月份?|id)$/iu.test(column.name),
  );
  const specs: ChartSpec[] = [];
  for (const x of days.slice(0, 1)) for (const y of measures.slice(0, 1)) specs.push({ kind: 'line', x, y, aggregate: 'sum' });
  for (const x of categories.slice(0, 2))
    specs.push(measures[0] ? { kind: 'bar', x, y: measures[0], aggregate: 'sum' } : { kind: 'bar', x, aggregate: 'count' });
  const few = categories.find((column) => distinct(column) <= MOST_SLICES);
  if (few) specs.push({ kind: 'pie', x: few, aggregate: 'count' });
  if (days[0] && measures.length === 0) specs.push({ kind: 'line', x: days[0], aggregate: 'count' });
  if (measures.length >= 2) specs.push({ kind: 'scatter', x: measures[0]!, y: measures[1], aggregate: 'sum' });
  return specs.slice(0, MOST_SUGGESTED);
}

/** The chart of an address. @throws AppError BAD_REQUEST naming the parameter */
export function chartOf(
  { kind, x, y, aggregate }: { kind: ChartKind; x: string; y?: string; aggregate?: ChartAggregate },
  { columns }: TableSchema,
): ChartSpec {
  const along = columnNamed(columns, { name: x }, 'x');
  const measured = y === undefined ? undefined : columnNamed(columns, { name: y }, 'y');
  const how = aggregate ?? (measured ? 'sum' : 'count');
  if (measured && how !== 'count' && !isNumber(measured)) throw wrong('y', `“${measured.name}”不是数字，只能数行数（aggregate=count）`);
  if (!measured && how !== 'count') throw wrong('y', `${how} 需要写明 y，即要计算的列`);
  if (kind === 'scatter' && (!measured || !isNumber(along))) throw wrong('x', '散点图的 x 和 y 都应是数字列');
  return { kind, x: along, ...(measured ? { y: measured } : {}), aggregate: kind === 'scatter' ? 'sum' : how };
}

function wrong(field: string, message: string): AppError {
  return new AppError('BAD_REQUEST', `参数 ${field} 有误：${message}。`, {
    english: `The parameter ${field} is not valid.`,
    fields: [{ field, message }],
  });
}

const WORDS: Record<ChartAggregate, string> = { count: '行数', sum: '合计', avg: '平均', min: '最小', max: '最大', median: '中位数' };

/** What a chart is called. Pure. */
export function chartTitle({ kind, x, y, aggregate }: ChartSpec): string {
  if (kind === 'scatter') return `${x.name}与${y!.name}`;
  return `按${x.name}统计的${measureName({ y, aggregate })}`;
}

/** What its values are called, with their unit. Pure. */
export function measureName({ y, aggregate }: Pick<ChartSpec, 'y' | 'aggregate'>): string {
  if (!y || aggregate === 'count') return '行数';
  const unit = y.unit !== undefined && !y.name.includes(y.unit) ? `（${y.unit}）` : '';
  return `${y.name}${aggregate === 'sum' ? '' : WORDS[aggregate]}${unit}`;
}

/** The address of a chart, relative to its table. Pure. */
export function chartQuery({ kind, x, y, aggregate }: ChartSpec): string {
  return new URLSearchParams({ kind, x: x.name, ...(y ? { y: y.name } : {}), aggregate }).toString();
}
