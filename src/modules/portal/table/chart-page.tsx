import {
  type ChartData,
  chartQuery,
  type ChartSpec,
  chartTitle,
  type DataTableModel,
  measureName,
  summaryOf,
  tablePageUrl,
} from '../../data/index.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';

export interface ChartPageProps {
  site: Site;
  dataset: { title: string; url: string };
  table: DataTableModel;
  spec: ChartSpec;
  data: ChartData;
}

/** A chart with the data that it shows. */
export function ChartPage({ site, dataset, table, spec, data }: ChartPageProps) {
  const base = `${tablePageUrl(table.dataset, table.name)}/chart`;
  const query = chartQuery(spec);
  const image = `${base}.svg?${query}`;
  return (
    <Page site={site} title={`${chartTitle(spec)} · ${table.title}`} path={`${base}?${query}`} query="" hidden>
      <article>
        <header class="record-head">
          <p class="record-kind">
            <a href={dataset.url}>{dataset.title}</a> › <a href={table.url}>{table.title}</a>
          </p>
          <h1>{chartTitle(spec)}</h1>
          <p class="lead">{summaryOf(spec, data)}</p>
        </header>
        <figure class="chart-large">
          <img src={image} width={960} height={540} alt={summaryOf(spec, data)} />
        </figure>
        <section class="panel" aria-labelledby="data">
          <h2 id="data">数据</h2>
          <div class="scroll" tabIndex={0} role="region" aria-label="图表的数据，可左右滚动">
            <table>
              <thead>
                <tr>
                  <th scope="col">{spec.x.name}</th>
                  <th scope="col" class="number">
                    {measureName(spec)}
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.points.map(({ label, value }, index) => (
                  <tr key={index}>
                    <th scope="row">{label}</th>
                    <td class="number">{value?.toLocaleString('zh-CN')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
        <section class="panel quiet" aria-labelledby="embed">
          <h2 id="embed">引用</h2>
          <pre tabIndex={0}>
            <code>{`<a href="${site.baseUrl}${base}?${query}"><img src="${site.baseUrl}${image}" alt="${chartTitle(spec)}" width="960" height="540"></a>`}</code>
          </pre>
        </section>
      </article>
    </Page>
  );
}
