import type { FigureName, Figures } from '../../transparency/index.js';
import type { ChartData, Series } from '../component/chart/chart-data.js';
import { numberText } from '../component/number-text.js';
import type { Messages } from '../message/index.js';
import { recordsPage } from './figure-links.js';

/** Figures as a page shows them: of the whole government where the department is undefined. */
export interface ShownFigures {
  figures: Figures;
  department: string | null | undefined;
  t: Messages;
}

/** A series by month; of several figures it is their sum, which leads nowhere. */
function monthly({ figures, department, t }: ShownFigures, mark: Series['mark'], names: readonly FigureName[], label?: string): Series {
  const [first] = names as [FigureName];
  const sum = (values: Figures['totals']) => names.reduce((total, name) => total + (values[name] ?? 0), 0);
  return {
    ...{ key: first, label: label ?? t.transparency.labels[first], mark },
    values: figures.months.map(({ values }) => (names.length === 1 ? values[first] : sum(values))),
    hrefs: names.length > 1 ? undefined : figures.months.map(({ month }) => recordsPage(first, department, { month })),
  };
}

const monthsOf = ({ figures, t }: ShownFigures) => ({
  labels: figures.months.map(({ month }) => month),
  labelHead: t.transparency.month,
  latestLast: true,
});

/** One bar for each of some figures of today. */
function side(shown: ShownFigures, names: readonly FigureName[]): Pick<ChartData, 'labels' | 'labelHead' | 'series' | 'unit'> {
  const { figures, department, t } = shown;
  const series: Series = {
    ...{ key: 'count', label: t.transparency.count, mark: 'solid' },
    values: names.map((name) => figures.totals[name]),
    hrefs: names.map((name) => recordsPage(name, department, figures)),
  };
  return {
    labels: names.map((name) => t.transparency.labels[name]),
    labelHead: t.transparency.figure,
    unit: t.transparency.count,
    series: [series],
  };
}

/** Why documents cannot be judged, and those that no period binds. */
export const UNTOLD: readonly FigureName[] = [
  'publishing.notRequired',
  'publishing.noWrittenDate',
  'publishing.imprecise',
  'publishing.reversed',
  'publishing.calendarMissing',
];

/** Documents by month: in time, late, neither. Pure. */
export function publishingChart(shown: ShownFigures): ChartData {
  const { t, figures } = shown;
  const words = t.transparency;
  const says = (['publishing.published', 'publishing.onTime', 'publishing.late'] as const).map((name) =>
    numberText(figures.totals[name] ?? 0),
  );
  return {
    ...{ id: 'chart-publishing', title: words.publishingChart, unit: words.count, ...monthsOf(shown) },
    description: words.publishingChartSays(...(says as [string, string, string])),
    series: [
      monthly(shown, 'solid', ['publishing.onTime']),
      monthly(shown, 'hatched', ['publishing.late']),
      monthly(shown, 'open', UNTOLD, words.otherDocuments),
    ],
  };
}

/** The share in time by month. Pure. */
export function shareChart(shown: ShownFigures): ChartData {
  const { t } = shown;
  return {
    ...{ id: 'chart-share', title: t.transparency.shareChart, description: t.transparency.shareChartSays, unit: t.transparency.percent },
    ...{ ...monthsOf(shown), most: 100, fractions: true, series: [monthly(shown, 'solid', ['publishing.onTimeShare'])] },
  };
}

/** How fresh datasets are. Pure. */
export function freshnessChart(shown: ShownFigures): ChartData {
  const { t, figures } = shown;
  const [kept, overdue] = [figures.totals['freshness.kept'], figures.totals['freshness.overdue']];
  return {
    ...{ id: 'chart-freshness', title: t.transparency.freshnessChart },
    description: t.transparency.freshnessChartSays(numberText(kept ?? 0), numberText(overdue ?? 0)),
    ...side(shown, ['freshness.kept', 'freshness.overdue', 'freshness.noPeriod', 'freshness.noCycle']),
  };
}

/** Since when what is overdue has been. Pure. */
export function overdueChart(shown: ShownFigures): ChartData {
  const { t, figures } = shown;
  return {
    ...{ id: 'chart-overdue', title: t.transparency.overdueChart, unit: t.transparency.count, ...monthsOf(shown) },
    description: t.transparency.overdueChartSays(numberText(figures.totals['freshness.overdueSince'] ?? 0)),
    series: [monthly(shown, 'hatched', ['freshness.overdueSince'])],
  };
}

/** How open datasets are. Pure. */
export function opennessChart(shown: ShownFigures): ChartData {
  const { t, figures } = shown;
  const [open, all] = [figures.totals['openness.open'], figures.totals['openness.datasets']];
  return {
    ...{ id: 'chart-openness', title: t.transparency.opennessChart },
    description: t.transparency.opennessChartSays(numberText(open ?? 0), numberText(all ?? 0)),
    ...side(shown, ['openness.unconditional', 'openness.conditional', 'openness.none', 'openness.unsaid']),
  };
}

/** Applications by month. Pure. */
export function requestsChart(shown: ShownFigures): ChartData {
  const { t, figures } = shown;
  const words = t.transparency;
  const says = (['requests.received', 'requests.onTime', 'requests.late'] as const).map((name) => numberText(figures.totals[name] ?? 0));
  return {
    ...{ id: 'chart-requests', title: words.requestsChart, unit: words.count, ...monthsOf(shown) },
    description: words.requestsChartSays(...(says as [string, string, string])),
    series: [
      monthly(shown, 'solid', ['requests.onTime']),
      monthly(shown, 'hatched', ['requests.late', 'requests.overdue'], words.lateOrOverdue),
      monthly(shown, 'open', ['requests.waiting', 'requests.withdrawn', 'requests.revoked'], words.otherRequests),
    ],
  };
}
