import type { TableColumn, TableSchema } from '../table/table-schema.js';
import type { ChartSpec } from './chart-kind.js';
import { OTHERS } from './chart-label.js';
import type { ChartData, ChartPoint } from './chart-points.js';
import { columnName } from './chart-words.js';
import { fullNumber } from './number-words.js';

type Known = ChartPoint & { value: number };

/** One sentence of what a chart shows, for screen readers: 最高的是海陵区，1,234 万元；最低的是…；共 12 项。 Pure. */
export function chartSummary(spec: ChartSpec, { columns }: TableSchema, data: ChartData): string {
  const column = (key: string | undefined): TableColumn | undefined => columns.find((each) => each.key === key);
  const known = data.points.filter((point): point is Known => point.value !== null);
  if (known.length === 0) return '没有可以画出的数据。';
  const y = column(spec.y);
  const unit = spec.aggregate === 'count' ? ' 行' : y?.unit ? ` ${y.unit}` : '';
  const parts = sentencesOf(spec, known, { unit, x: column(spec.x), y, groups: data.groups });
  return `${parts.join('；')}。`;
}

function sentencesOf(
  { kind, aggregate }: ChartSpec,
  known: Known[],
  { unit, x, y, groups }: { unit: string; x?: TableColumn; y?: TableColumn; groups: string[] },
): string[] {
  if (kind === 'points')
    return [
      `共 ${fullNumber(known.length)} 个点`,
      `经度 ${range(known.map((point) => point.x!))}`,
      `纬度 ${range(known.map(({ value }) => value))}`,
    ];
  if (kind === 'scatter')
    return [
      `共 ${fullNumber(known.length)} 个点`,
      `${x ? columnName(x) : '横轴'} ${range(known.map((point) => point.x!))}`,
      `${y ? columnName(y) : '纵轴'} ${range(known.map(({ value }) => value))}`,
    ];
  const own = known.filter(({ label, group }) => label !== OTHERS && group !== OTHERS);
  const named = own.length > 0 ? own : known;
  const say = (point: Known) =>
    `${groups.length > 0 ? `${point.label}的${point.group}` : point.label}，${point.exact ? fullNumber(point.exact) : fullNumber(rounded(point.value))}${unit}`;
  const cut = own.length < known.length;
  const first = named[0]!;
  if (named.length === 1) return [`只有一项：${say(first)}`];
  const most = named.reduce((best, point) => (point.value > best.value ? point : best));
  const least = named.reduce((best, point) => (point.value < best.value ? point : best));
  const extremes =
    most.value === least.value
      ? [`各项相同，都是 ${fullNumber(rounded(most.value))}${unit}`]
      : [`最高的是${say(most)}`, `${cut ? '单独画出的项中' : ''}最低的是${say(least)}`];
  if (kind === 'line' && groups.length === 0)
    extremes.unshift(
      `从${first.label}的 ${fullNumber(rounded(first.value))}${unit}到${named.at(-1)!.label}的 ${fullNumber(rounded(named.at(-1)!.value))}${unit}`,
    );
  if (kind === 'pie') {
    const total = known.reduce((sum, { value }) => sum + value, 0);
    if (total > 0) extremes[0] += `，占 ${((most.value / total) * 100).toFixed(1)}%`;
  }
  const count =
    kind === 'line' || kind === 'calendar'
      ? `共 ${fullNumber(new Set(known.map(({ label }) => label)).size)} ${kind === 'line' ? '个时间点' : '天'}`
      : `${cut ? '单独画出' : '共'} ${fullNumber(named.length)} 项`;
  return [...extremes, `${count}${aggregate === 'avg' ? '，均为平均值' : aggregate === 'sum' ? '，均为合计' : ''}`];
}

const rounded = (value: number) => (Number.isInteger(value) || Math.abs(value) < 1 ? value : Math.round(value * 100) / 100);

function range(values: number[]): string {
  const [low, high] = values.reduce(([a, b], value) => [Math.min(a, value), Math.max(b, value)], [Infinity, -Infinity]);
  return low === high ? fullNumber(low) : `从 ${fullNumber(low)} 到 ${fullNumber(high)}`;
}
