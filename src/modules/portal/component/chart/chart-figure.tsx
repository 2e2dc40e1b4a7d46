import type { ComponentChildren } from 'preact';
import { useReading } from '../../reading/reading.js';
import { DataTable } from '../data-table.js';
import { numberText } from '../number-text.js';
import { type ChartData, isEmpty } from './chart-data.js';
import { Legend } from './marks.js';

/** A drawing with its title, its legend and the same values as a table, each leading to its records. */
export function ChartFigure({ data, lines, children }: { data: ChartData; lines?: boolean; children: ComponentChildren }) {
  const { t } = useReading();
  const { id, title, labels, labelHead, series, latestLast } = data;
  return (
    <figure class="chart-figure" id={id}>
      <figcaption>{title}</figcaption>
      {isEmpty(data) ? (
        <p class="notice">{t.common.chartEmpty}</p>
      ) : (
        <>
          {series.length > 1 && <Legend id={id} series={series} lines={lines} />}
          <section class={latestLast ? 'scroll scroll-latest' : 'scroll'} tabIndex={0} aria-label={`${title}: ${t.common.scrollChart}`}>
            {children}
          </section>
          <details>
            <summary>{t.common.chartTable}</summary>
            <DataTable
              caption={title}
              captionHidden
              columns={[{ label: labelHead }, ...series.map(({ label }) => ({ label, number: true }))]}
              rows={labels.map((label, row) => ({
                key: label,
                cells: [label, ...series.map(({ values, hrefs }) => <Cell value={values[row] ?? null} href={hrefs?.[row]} />)],
              }))}
            />
          </details>
        </>
      )}
    </figure>
  );
}

/** A value, leading to its records when there are any. */
function Cell({ value, href }: { value: number | null; href?: string }) {
  const { t } = useReading();
  if (value === null) return <>{t.common.noValue}</>;
  return href && value > 0 ? <a href={href}>{numberText(value)}</a> : <>{numberText(value)}</>;
}
