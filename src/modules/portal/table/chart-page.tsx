import { type ChartTable, type DataTableModel } from '../../data/index.js';
import { CodeBlock } from '../component/code-block.js';
import { Chinese, Value } from '../component/chinese.js';
import { DataTable } from '../component/data-table.js';
import { numberText } from '../component/number-text.js';
import { Section } from '../component/section.js';
import { COLUMNS } from '../layout/column.js';
import { columnMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';
import { useReading } from '../reading/reading.js';
import { chartImage, chartPage } from './chart-figures.js';

const WIDE = 960;
const NARROW = 360;

export interface ChartPageProps {
  site: Site;
  dataset: { title: string; url: string };
  table: DataTableModel;
  chart: { title: string; query: string; summary: string; notes: string[] };
  values: ChartTable;
}

/** A chart with the data that it shows. */
export function ChartPage({ site, dataset, table, chart: { title, query, summary, notes }, values }: ChartPageProps) {
  const { t } = useReading();
  const path = chartPage(table, query);
  const image = chartImage(table, query);
  return (
    <Page
      site={site}
      title={`${title} · ${table.title}`}
      path={path}
      query=""
      hidden
      meta={columnMeta(COLUMNS.dataset)}
      crumbs={[
        { label: t.layout.data, href: '/search?kind=dataset' },
        { label: dataset.title, href: dataset.url, said: true },
        { label: table.title, href: table.url, said: true },
        { label: title },
      ]}
    >
      <article>
        <header class="record-head">
          <h1>{title}</h1>
          <p class="lead" id="summary">
            {summary}
          </p>
        </header>
        <figure class="chart-large">
          <picture>
            <source media="(max-width: 40rem)" srcset={`${image}&width=${NARROW}`} />
            <img src={image} width={WIDE} alt={title} aria-describedby="summary" />
          </picture>
          <figcaption>
            {notes.length > 0 && <Chinese>{notes.map((note) => `${note}。`).join('')}</Chinese>}{' '}
            {t.table.chartVersion(table.version, table.updatedAt.slice(0, 10))}
          </figcaption>
        </figure>
        <Values title={title} table={table} values={values} />
        <Section id="embed" title={t.table.embed} tone="quiet">
          <p>{t.table.embedWords}</p>
          <CodeBlock
            label={t.table.code('HTML')}
            code={`<a href="${site.baseUrl}${path}"><img src="${site.baseUrl}${image}" alt="${attribute(title)}" width="${WIDE}"></a>`}
          />
        </Section>
      </article>
    </Page>
  );
}

/** For code to copy: a name from a file must not end the attribute. */
const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

function Values({ title, table, values: { columns, rows, cut } }: { title: string; table: DataTableModel; values: ChartTable }) {
  const { t } = useReading();
  return (
    <Section id="data" title={t.table.chartData}>
      <div class="chart-values">
        <DataTable
          caption={t.table.chartDataCaption(title)}
          captionHidden
          columns={columns.map((name, place) => ({ label: <Value>{name}</Value>, number: place > 0 }))}
          rows={rows.map(([label, ...cells], index) => ({ key: String(index), cells: [<Chinese>{label}</Chinese>, ...cells] }))}
        />
      </div>
      {cut && (
        <p class="note">
          {t.table.cut(numberText(rows.length))}{' '}
          <a href={table.url}>
            <Chinese>{table.title}</Chinese>
          </a>
        </p>
      )}
    </Section>
  );
}
