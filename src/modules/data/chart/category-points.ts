import type { TableColumn } from '../table/table-schema.js';
import type { ChartSpec } from './chart-kind.js';
import { inOrder, labelOf, OTHERS } from './chart-label.js';
import type { ChartAnswer, ChartData, ChartPoint } from './chart-points.js';
import { MOST_BARS, MOST_GROUPS, MOST_SLICES } from './chart-query.js';
import { added, fold, folded, type Folded, shown } from './fold-values.js';
import { finite, fullNumber } from './number-words.js';

const ORDERED = new Set(['integer', 'number', 'date', 'datetime', 'time']);

/** Bars and slices: the greatest, in their natural order if they have one, and the rest as one. Pure. */
export function categoriesOf(spec: ChartSpec, answer: ChartAnswer, { x, group }: { x: TableColumn; group?: TableColumn }): ChartData {
  if (group) return groupedBars(spec, answer, { x, group });
  const most = spec.kind === 'pie' ? MOST_SLICES : MOST_BARS;
  const all = answer.rows.map(([label, value]) => ({ label: labelOf(label, x), ...shown(folded(value)) }));
  const slices = spec.kind === 'pie' ? all.filter(({ value }) => value !== null && value > 0) : all;
  const points: ChartPoint[] = isOrdered(x) ? inOrder(slices.slice(0, most)) : slices.slice(0, most);
  const notes: string[] = [];
  const below = spec.kind === 'pie' ? all.filter(({ value }) => value !== null && value < 0).length : 0;
  if (below > 0) notes.push(`有 ${below} 项是负数，不能画成整体的一部分，没有画出`);
  if (answer.more === true || slices.length > most) {
    const whole = finite(answer.whole);
    const rest = whole === null ? null : points.reduce((left, { value }) => added(left, -(value ?? 0)), whole);
    const drawn = rest !== null && (spec.kind === 'bar' || rest > 0);
    if (drawn) points.push({ label: OTHERS, value: rest });
    notes.push(`只分别画出最大的 ${most} 项${drawn ? `，其余合为“${OTHERS}”` : ''}`);
  }
  return { points, groups: [], notes };
}

const isOrdered = ({ type, name }: TableColumn) => ORDERED.has(type) || /(年|月|年度|年份|月份|季度)$/u.test(name);

/** The greatest categories by the greatest groups; sums and counts of the rest are kept as one. */
function groupedBars(spec: ChartSpec, { rows, more }: ChartAnswer, { x, group }: { x: TableColumn; group: TableColumn }): ChartData {
  const adds = spec.aggregate === 'sum' || spec.aggregate === 'count';
  const cells = rows.map(([a, b, value]) => ({ label: labelOf(a, x), group: labelOf(b, group), value: folded(value) }));
  const labels = greatest(
    cells.map(({ label, value }) => [label, value.value]),
    MOST_BARS,
  );
  const groups = greatest(
    cells.map((cell) => [cell.group, cell.value.value]),
    MOST_GROUPS,
  );
  const named = (name: string, { kept }: { kept: string[] }) => (kept.includes(name) ? name : adds ? OTHERS : undefined);
  const values = new Map<string, Map<string, Folded>>();
  for (const cell of cells) {
    const [label, series] = [named(cell.label, labels), named(cell.group, groups)];
    if (label === undefined || series === undefined) continue;
    const row = values.get(label) ?? new Map<string, Folded>();
    const known = row.get(series);
    values.set(label, row.set(series, known ? fold(known, cell.value, spec.aggregate) : cell.value));
  }
  const kept = isOrdered(x) ? inOrder(labels.kept.map((label) => ({ label }))).map(({ label }) => label) : labels.kept;
  const seriesNames = [...groups.kept, ...(adds && groups.cut ? [OTHERS] : [])];
  const points = [...kept, ...(adds && labels.cut ? [OTHERS] : [])].flatMap((label) =>
    seriesNames.map((series) => ({ label, group: series, ...shown(values.get(label)?.get(series) ?? { value: null, count: null }) })),
  );
  const rest = adds ? `，其余合为“${OTHERS}”` : '';
  return {
    points,
    groups: seriesNames,
    notes: [
      ...(labels.cut ? [`只分别画出最大的 ${MOST_BARS} 项${rest}`] : []),
      ...(groups.cut ? [`${group.name}只分出最大的 ${MOST_GROUPS} 类${rest}`] : []),
      ...(more ? [`组合太多，只统计了最大的 ${fullNumber(rows.length)} 个组合`] : []),
    ],
  };
}

/** Names by the size of what they hold together. */
export function greatest(pairs: [name: string, value: number | null][], most: number): { kept: string[]; cut: boolean } {
  const sums = new Map<string, number>();
  for (const [name, value] of pairs) sums.set(name, (sums.get(name) ?? 0) + (value ?? 0));
  const names = [...sums].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  return { kept: names.slice(0, most), cut: names.length > most };
}
