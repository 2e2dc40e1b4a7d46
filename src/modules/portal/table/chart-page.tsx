import { type ChartTable, type DataTableModel, tablePageUrl } from '../../data/index.js';
import { COLUMNS } from '../layout/column.js';
import { columnMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';

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
  const base = `${tablePageUrl(table.dataset, table.name)}/chart`;
  const image = `${base}.svg?${query}`;
  return (
    <Page site={site} title={`${title} · ${table.title}`} path={`${base}?${query}`} query="" hidden meta={columnMeta(COLUMNS.dataset)}>
      <article>
        <header class="record-head">
          <p class="record-kind">
            <a href={dataset.url}>{dataset.title}</a> › <a href={table.url}>{table.title}</a>
          </p>
          <h1>{title}</h1>
          <p class="lead" id="summary">
            {summary}
          </p>
        </header>
        <figure class="chart-large">
          <picture>
            <source media="(max-width: 40rem)" srcset={`${image}&width=${NARROW}`} />
            <img src={image} width={960} alt={title} aria-describedby="summary" />
          </picture>
          <figcaption>
            {notes.map((note) => `${note}。`).join('')}第 {table.version} 版，{table.updatedAt.slice(0, 10)}。
          </figcaption>
        </figure>
        <Values table={table} values={values} />
        <section class="panel quiet" aria-labelledby="embed">
          <h2 id="embed">引用</h2>
          <pre tabIndex={0}>
            <code>{`<a href="${site.baseUrl}${base}?${query}"><img src="${site.baseUrl}${image}" alt="${attribute(title)}" width="960"></a>`}</code>
          </pre>
        </section>
      </article>
    </Page>
  );
}

/** For code to copy: a name from a file must not end the attribute. */
const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

function Values({ table, values: { columns, rows, cut } }: { table: DataTableModel; values: ChartTable }) {
  return (
    <section class="panel" aria-labelledby="data">
      <h2 id="data">数据</h2>
      <div class="scroll chart-values" tabIndex={0} role="region" aria-label="图表的数据，可滚动">
        <table>
          <thead>
            <tr>
              {columns.map((name, place) => (
                <th scope="col" key={place} class={place > 0 ? 'number' : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([label, ...cells], index) => (
              <tr key={index}>
                <th scope="row">{label}</th>
                {cells.map((cell, place) => (
                  <td key={place} class="number">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {cut && (
        <p class="note">
          这里列出前 {rows.length.toLocaleString('zh-CN')} 项，全部数据见<a href={table.url}>{table.title}</a>。
        </p>
      )}
    </section>
  );
}
