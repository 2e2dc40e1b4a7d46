import type { ComponentChildren } from 'preact';
import type { FigureName, Figures as FiguresOf } from '../../transparency/index.js';
import { BarChart } from '../component/chart/bar-chart.js';
import { LineChart } from '../component/chart/line-chart.js';
import { DataTable } from '../component/data-table.js';
import { Figures } from '../component/figures.js';
import { Section } from '../component/section.js';
import { useReading } from '../reading/reading.js';
import {
  freshnessChart,
  opennessChart,
  overdueChart,
  publishingChart,
  requestsChart,
  shareChart,
  type ShownFigures,
  UNTOLD,
} from './figure-charts.js';
import { recordsPage } from './figure-links.js';
import { valueText } from './value-text.js';

const HEADLINE: readonly FigureName[] = ['publishing.onTimeShare', 'freshness.keptShare', 'openness.openShare', 'requests.onTimeShare'];
const PUBLISHING: readonly FigureName[] = ['publishing.published', 'publishing.onTime', 'publishing.late', 'publishing.medianDays'];
const FRESHNESS: readonly FigureName[] = ['freshness.datasets', 'freshness.kept', 'freshness.overdue'];
const OPENNESS: readonly FigureName[] = ['openness.datasets', 'openness.open', 'openness.machineReadable', 'openness.machineFormat'];
const FEEDBACK: readonly FigureName[] = ['feedback.received', 'feedback.onTime', 'feedback.late', 'feedback.overdue'];
const REQUESTS: readonly FigureName[] = ['requests.received', 'requests.onTime', 'requests.late', 'requests.overdue'];

/** Everything that there is to say of the whole government or of a department. */
export function FigureSections({ figures, department }: { figures: FiguresOf; department: string | null | undefined }) {
  const { t } = useReading();
  const words = t.transparency;
  const shown: ShownFigures = { figures, department, t };
  return (
    <>
      <Part id="headline" title={words.headline}>
        <Numbers shown={shown} names={HEADLINE} />
      </Part>
      <Part id="publishing" title={words.publishing} note={words.publishingNote}>
        <Numbers shown={shown} names={PUBLISHING} />
        <div class="charts-pair">
          <BarChart {...publishingChart(shown)} />
          <LineChart {...shareChart(shown)} />
        </div>
        <Untold shown={shown} />
      </Part>
      <Part id="freshness" title={words.freshness} note={words.freshnessNote}>
        <Numbers shown={shown} names={FRESHNESS} />
        <div class="charts-pair">
          <BarChart {...freshnessChart(shown)} />
          <BarChart {...overdueChart(shown)} />
        </div>
      </Part>
      <Part id="openness" title={words.openness} note={words.opennessNote}>
        <Numbers shown={shown} names={OPENNESS} />
        <BarChart {...opennessChart(shown)} />
      </Part>
      <Part id="requests" title={words.requests} note={words.requestsNote}>
        <Numbers shown={shown} names={REQUESTS} />
        <BarChart {...requestsChart(shown)} />
      </Part>
      <Part id="feedback" title={words.feedback} note={words.feedbackNote}>
        <Numbers shown={shown} names={FEEDBACK} />
      </Part>
    </>
  );
}

function Part({ id, title, note, children }: { id: string; title: string; note?: string; children: ComponentChildren }) {
  const { t } = useReading();
  return (
    <Section id={id} title={title}>
      {note && (
        <p>
          {note} <a href={`/transparency/method#${id}`}>{t.transparency.howCounted}</a>
        </p>
      )}
      {children}
    </Section>
  );
}

/** Some figures, each leading to its records. */
function Numbers({ shown, names }: { shown: ShownFigures; names: readonly FigureName[] }) {
  const { figures, department, t } = shown;
  return (
    <Figures
      figures={names.map((name) => ({
        value: valueText(name, figures.totals[name], t.common.noValue),
        label: t.transparency.labels[name],
        href: recordsPage(name, department, figures),
      }))}
    />
  );
}

/** What the share leaves out, and why: never in silence. */
function Untold({ shown: { figures, department, t } }: { shown: ShownFigures }) {
  const names = [...UNTOLD, 'publishing.undated' as const];
  return (
    <>
      <h3>{t.transparency.untold}</h3>
      <p>{t.transparency.untoldNote}</p>
      <DataTable
        caption={t.transparency.untold}
        captionHidden
        columns={[{ label: t.transparency.figure }, { label: t.transparency.documents, number: true }]}
        rows={names.map((name) => ({
          key: name,
          cells: [
            t.transparency.labels[name],
            <a href={recordsPage(name, department, figures)}>{valueText(name, figures.totals[name], t.common.noValue)}</a>,
          ],
        }))}
      />
    </>
  );
}
