import type { TableColumn } from '../table/table-schema.js';
import type { ChartAggregate, ChartKind, ChartSpec } from './chart-kind.js';

const BEFORE: Partial<Record<ChartAggregate, string>> = { avg: '平均', max: '最大', min: '最小' };

/** A column with its unit: 贷款金额（万元）. */
export function columnName({ name, unit }: TableColumn, before = '', after = ''): string {
  const bare = before !== '' && name.startsWith(before) ? name : `${before}${name}`;
  return `${bare}${after}${unit === undefined || unit === '' || name.includes(unit) ? '' : `（${unit}）`}`;
}

/** What the values of a chart are: 平均面积（平方米）, 行数. */
export function measureName(y: TableColumn | undefined, aggregate: ChartAggregate | null): string {
  if (!y || aggregate === 'count') return '行数';
  return columnName(y, aggregate ? BEFORE[aggregate] : '', aggregate === 'median' ? '的中位数' : '');
}

/** What a chart is called. */
function chartTitle(
  kind: ChartKind,
  x: TableColumn,
  y: TableColumn | undefined,
  aggregate: ChartAggregate | null,
  group?: TableColumn,
): string {
  const measure = measureName(y, aggregate);
  const by = group ? `${x.name}和${group.name}` : x.name;
  switch (kind) {
    case 'bar':
      return `按${by}统计的${measure}`;
    case 'regions':
      return `各地区的${measure}`;
    case 'line':
      return `${measure}随${x.name}的变化${group ? `（分${group.name}）` : ''}`;
    case 'pie':
      return `各${x.name}的${measure}占比`;
    case 'scatter':
      return `${columnName(x)}与${y ? columnName(y) : ''}的关系`;
    case 'calendar':
      return `按${x.name}逐日统计的${measure}`;
    case 'points':
      return '各行在地图上的位置';
  }
}

/** A spec with its title. */
export function titled(
  kind: ChartKind,
  x: TableColumn,
  { y, aggregate, group }: { y?: TableColumn; aggregate: ChartAggregate | null; group?: TableColumn },
): ChartSpec {
  return {
    kind,
    x: x.key,
    ...(y ? { y: y.key } : {}),
    aggregate,
    ...(group ? { group: group.key } : {}),
    title: chartTitle(kind, x, y, aggregate, group),
  };
}
