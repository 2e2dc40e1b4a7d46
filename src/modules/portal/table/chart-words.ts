import { type ChartData, type ChartSpec, chartSummary, type TableSchema } from '../../data/index.js';
import { numberText } from '../component/number-text.js';
import type { Messages } from '../message/index.js';

/** What a chart is called in the language of the page; names of columns stay as the file has them. Pure. */
export function chartTitle({ title, kind, x, y, aggregate, group }: ChartSpec, { columns }: TableSchema, t: Messages): string {
  const name = (key: string | undefined) => columns.find((column) => column.key === key)?.name;
  return t.table.chartTitle(title, { kind, x: name(x) ?? x, y: name(y), aggregate, group: name(group) });
}

/** What a chart shows, in one sentence, for whoever does not see it. Pure. */
export function chartSentence(spec: ChartSpec, schema: TableSchema, data: ChartData, t: Messages): string {
  const known = data.points.flatMap(({ label, group, value }) =>
    value === null ? [] : [{ label: group ? `${label} · ${group}` : label, value }],
  );
  const unit = spec.aggregate === 'count' ? undefined : schema.columns.find(({ key }) => key === spec.y)?.unit;
  const of = ({ label, value }: { label: string; value: number }) => ({ label, value: numberText(value) });
  const [first, ...rest] = known;
  return t.table.chartSummary(chartSummary(spec, schema, data), {
    count: known.length,
    dots: spec.kind === 'scatter' || spec.kind === 'points',
    unit: unit ? ` ${unit}` : '',
    highest: first && of(rest.reduce((best, each) => (each.value > best.value ? each : best), first)),
    lowest: first && of(rest.reduce((best, each) => (each.value < best.value ? each : best), first)),
  });
}
