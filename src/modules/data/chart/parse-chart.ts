import { nearestName } from '../../kernel/field/index.js';
import { columnNamed, queryError } from '../query/query-error.js';
import type { TableColumn, TableSchema } from '../table/table-schema.js';
import {
  CHART_AGGREGATES,
  CHART_KINDS,
  type ChartAggregate,
  type ChartKind,
  type ChartSpec,
  hasDots,
  isDay,
  isNumeric,
} from './chart-kind.js';
import { titled } from './chart-words.js';
import { addressName } from './column-reference.js';
import { naturalAggregate } from './column-sense.js';

/** The parameters of a chart's address. */
export type ChartParameters = Partial<Record<'kind' | 'x' | 'y' | 'aggregate' | 'group', string>>;

/** Reads a chart's address; columns by name or key. @throws AppError BAD_REQUEST that names the parameter and the nearest column */
export function parseChart(parameters: ChartParameters, schema: TableSchema): ChartSpec {
  const kind = chosen('kind', parameters.kind, CHART_KINDS);
  const column = (name: 'x' | 'y' | 'group') =>
    parameters[name]?.trim() ? columnNamed(schema.columns, { name: parameters[name] }, name) : undefined;
  const x = column('x') ?? ownColumn(kind, 'x', schema);
  if (!x) throw queryError('x', `需要写明 x，即${kind === 'points' ? '经度' : '横轴'}的列`, 'x is missing');
  const y = column('y') ?? ownColumn(kind, 'y', schema);
  const group = column('group');
  const aggregate = aggregateOf(kind, parameters.aggregate, y);
  checkColumns(kind, { x, y, group, aggregate });
  return titled(kind, x, { y: aggregate === 'count' ? undefined : y, aggregate, group });
}

/** Writes a chart's address, with keys of columns, which stay when a name is mended. Pure. */
export function chartAddress({ kind, x, y, aggregate, group }: ChartSpec, { columns }: TableSchema): string {
  const name = (key: string) =>
    addressName(
      columns.find((column) => column.key === key)!,
      columns,
    );
  const parts: ChartParameters = {
    kind,
    x: name(x),
    ...(y ? { y: name(y) } : {}),
    ...(aggregate ? { aggregate } : {}),
    ...(group ? { group: name(group) } : {}),
  };
  return new URLSearchParams(parts).toString();
}

/** Maps know their columns from the schema. */
function ownColumn(kind: ChartKind, parameter: 'x' | 'y', { columns, point, region }: TableSchema): TableColumn | undefined {
  const key =
    kind === 'points'
      ? parameter === 'x'
        ? point?.longitude
        : point?.latitude
      : kind === 'regions' && parameter === 'x'
        ? region
        : undefined;
  return key === undefined ? undefined : columns.find((column) => column.key === key);
}

function aggregateOf(kind: ChartKind, given: string | undefined, y: TableColumn | undefined): ChartAggregate | null {
  if (hasDots(kind)) {
    if (given?.trim()) throw queryError('aggregate', '这种图一行一个点，不需要 aggregate，请去掉', 'this kind takes no aggregate');
    return null;
  }
  if (!given?.trim()) return y ? naturalAggregate(y) : 'count';
  return chosen('aggregate', given, CHART_AGGREGATES);
}

function checkColumns(
  kind: ChartKind,
  { x, y, group, aggregate }: { x: TableColumn; y?: TableColumn; group?: TableColumn; aggregate: ChartAggregate | null },
): void {
  if (hasDots(kind)) {
    if (!y) throw queryError('y', `需要写明 y，即${kind === 'points' ? '纬度' : '纵轴'}的列`, 'y is missing');
    if (y.key === x.key) throw queryError('y', 'y 的列不能与 x 相同', 'y must not be x');
    if (!isNumeric(y))
      throw queryError('y', `“${y.name}”不是数字列，不能作为${kind === 'points' ? '纬度' : '散点图的纵轴'}`, 'y is not a number');
    if (!isNumeric(x))
      throw queryError('x', `“${x.name}”不是数字列，不能作为${kind === 'points' ? '经度' : '散点图的横轴'}`, 'x is not a number');
  }
  if (!hasDots(kind) && aggregate !== 'count' && !y)
    throw queryError('y', `aggregate=${aggregate} 需要写明 y，即要计算的列`, 'y is missing');
  if (y && aggregate !== 'count' && !isNumeric(y))
    throw queryError('y', `“${y.name}”不是数字列，请换一列，或用 aggregate=count 统计行数`, 'y is not a number');
  if (kind === 'calendar' && !isDay(x)) throw queryError('x', `“${x.name}”不是日期列，不能画日历图`, 'x is not a date');
  if (group && kind !== 'bar' && kind !== 'line')
    throw queryError('group', '只有柱状图（bar）和折线图（line）可以分组', 'only bar and line take a group');
  if (group?.key === x.key) throw queryError('group', '分组的列不能与 x 相同', 'group must not be x');
  if (aggregate === 'median' && (kind === 'calendar' || kind === 'regions'))
    throw queryError('aggregate', '日历图和地图由各部分的结果合成，不能用中位数，请用 avg', 'median cannot be folded');
  if (kind === 'pie' && aggregate !== 'count' && aggregate !== 'sum')
    throw queryError('aggregate', '饼图表示部分与整体，只能用 count 或 sum', 'pies take count or sum');
}

function chosen<T extends string>(parameter: string, given: string | undefined, known: readonly T[]): T {
  const found = known.find((each) => each.toLowerCase() === given?.trim().toLowerCase());
  if (found) return found;
  const near = given ? nearestName(given, known) : undefined;
  throw queryError(
    parameter,
    given
      ? `没有“${given.slice(0, 30)}”${near ? `，是否指 ${near}` : `，可用：${known.join('、')}`}`
      : `需要写明，可用：${known.join('、')}`,
    `one of ${known.join(', ')}`,
  );
}
