import { type DataTableModel, type RowPage } from '../../data/index.js';
import { breadcrumbs } from '../../interop/index.js';
import { Badge } from '../component/badge.js';
import { Chinese } from '../component/chinese.js';
import { numberText } from '../component/number-text.js';
import { Pager } from '../component/pager.js';
import { Section } from '../component/section.js';
import { COLUMNS } from '../layout/column.js';
import { articleMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';
import { useReading } from '../reading/reading.js';
import { ChartFigures, type SuggestedChart } from './chart-figures.js';
import { CodeExamples } from './code-examples.js';
import { ColumnList } from './column-list.js';
import { RowsTable } from './rows-table.js';
import { TableDownloads } from './table-downloads.js';
import { type Refused, TableForm } from './table-form.js';
import { tableAddress, type TableQuestion } from './table-question.js';

export interface TablePageProps {
  site: Site;
  dataset: { title: string; url: string; provider?: string | null };
  table: DataTableModel;
  question: TableQuestion;
  /** Absent when the question makes no sense. */
  rows: Pick<RowPage, 'columns' | 'rows' | 'total' | 'nextCursor'> | undefined;
  /** Why there are no rows. */
  refused?: Refused;
  charts: SuggestedChart[];
  example: string | undefined;
}

/** A table: its rows to look through, its charts, its columns, and how to take it away. */
export function TablePage({ site, dataset, table, question, rows, refused, charts, example }: TablePageProps) {
  const { t } = useReading();
  const asked = Boolean(question.q ?? question.where);
  const count = numberText(table.rowCount);
  const day = table.updatedAt.slice(0, 10);
  return (
    <Page
      site={site}
      title={`${table.title} · ${dataset.title}`}
      path={table.url}
      query=""
      hidden={asked || question.cursor !== undefined}
      description={t.table.of(dataset.title, table.title, count)}
      meta={articleMeta(COLUMNS.dataset, {
        title: table.title,
        createdAt: table.updatedAt,
        source: dataset.provider ?? site.name,
        author: dataset.provider,
        url: site.baseUrl + table.url,
      })}
      crumbs={[
        { label: t.layout.data, href: '/search?kind=dataset' },
        { label: dataset.title, href: dataset.url, said: true },
        { label: table.title, said: true },
      ]}
      jsonLd={[
        breadcrumbs(site.baseUrl, [
          { name: t.layout.data, path: '/search?kind=dataset' },
          { name: dataset.title, path: dataset.url },
          { name: table.title, path: table.url },
        ]),
      ]}
    >
      <article>
        <header class="record-head">
          <p class="record-kind">
            <Badge>{t.table.table}</Badge>{' '}
            <a href={dataset.url}>
              <Chinese>{dataset.title}</Chinese>
            </a>
          </p>
          <h1>
            <Chinese>{table.title}</Chinese>
          </h1>
          <p class="lead">{t.table.lead(count, table.columns.length, table.version, day)}</p>
        </header>
        <Section id="rows" title={t.table.data}>
          <TableForm table={table} question={question} total={rows?.total} example={example} refused={refused} />
          {rows && <Rows table={table} question={question} rows={rows} />}
        </Section>
        <TableDownloads table={table} question={question} />
        {charts.length > 0 && <ChartFigures table={table} charts={charts} />}
        <ColumnList table={table} />
        {table.notes.length > 0 && (
          <Section id="notes" title={t.table.notes} tone="quiet">
            <ul class="dots">
              {table.notes.map((note) => (
                <li key={note}>
                  <Chinese>{note}</Chinese>
                </li>
              ))}
            </ul>
          </Section>
        )}
        <CodeExamples site={site} table={table} api={`${dataset.url}/api`} example={example} />
      </article>
    </Page>
  );
}

function Rows({ table, question, rows }: { table: DataTableModel; question: TableQuestion; rows: NonNullable<TablePageProps['rows']> }) {
  const { t } = useReading();
  const { cursor, ...kept } = question;
  return (
    <>
      <RowsTable
        caption={t.table.rowsCaption(table.title)}
        captionHidden
        columns={rows.columns}
        rows={rows.rows}
        sorting={{ orderBy: question.orderBy, addressOf: (orderBy) => tableAddress(table, { ...kept, orderBy }) }}
      />
      {rows.rows.length === 0 && <p>{t.table.none}</p>}
      <Pager
        first={cursor && tableAddress(table, kept)}
        next={rows.nextCursor ? tableAddress(table, { ...kept, cursor: rows.nextCursor }) : undefined}
      />
    </>
  );
}
