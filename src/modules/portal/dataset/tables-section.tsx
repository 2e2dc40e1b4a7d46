import type { ComponentChildren } from 'preact';
import { Chinese } from '../component/chinese.js';
import { numberText } from '../component/number-text.js';
import { Section } from '../component/section.js';
import { useReading } from '../reading/reading.js';
import { chartImage, chartPage } from '../table/chart-figures.js';
import { RowsTable } from '../table/rows-table.js';
import { FormatLinks } from '../table/table-downloads.js';
import type { ShownTable } from './shown-table.js';

/** The tables of a dataset: the first with a look at its rows and what they draw, each with its files. */
export function TablesSection({ tables }: { tables: readonly ShownTable[] }) {
  const { t } = useReading();
  const [first, ...others] = tables;
  if (!first) return <></>;
  return (
    <Section id="tables" title={t.dataset.tables}>
      <TableEntry shown={first}>
        {first.rows && (
          <>
            <RowsTable caption={t.dataset.firstRows(first.table.title, first.rows.rows.length)} captionHidden {...first.rows} />
            <p>
              <a class="button" href={first.table.url}>
                {t.dataset.explore(numberText(first.table.rowCount))}
              </a>
            </p>
          </>
        )}
        <Charts shown={first} />
      </TableEntry>
      {others.map((shown) => (
        <TableEntry key={shown.table.name} shown={shown} />
      ))}
    </Section>
  );
}

function TableEntry({ shown: { table }, children }: { shown: ShownTable; children?: ComponentChildren }) {
  const { t } = useReading();
  return (
    <section class="table-entry" aria-labelledby={`table-${table.name}`}>
      <h3 id={`table-${table.name}`}>
        <a href={table.url}>
          <Chinese>{table.title}</Chinese>
        </a>
      </h3>
      <p class="note">{t.dataset.size(numberText(table.rowCount), table.columns.length)}</p>
      {children}
      <FormatLinks table={table} />
    </section>
  );
}

function Charts({ shown: { table, charts } }: { shown: ShownTable }) {
  const { t } = useReading();
  if (charts.length === 0) return <></>;
  return (
    <div class="charts charts-wide">
      {charts.map(({ title, query, sentence }, place) => (
        <figure key={query}>
          <a href={chartPage(table, query)}>
            <img
              src={`${chartImage(table, query)}&width=560&height=320`}
              width={560}
              height={320}
              alt={t.table.openChart(title)}
              aria-describedby={`chart-${place}`}
              loading={place === 0 ? 'eager' : 'lazy'}
            />
          </a>
          <figcaption>
            <strong>{title}</strong>
            <span id={`chart-${place}`}>{sentence}</span> <a href={chartPage(table, query)}>{t.dataset.seeChart}</a>
          </figcaption>
        </figure>
      ))}
    </div>
  );
}
