import { breadcrumbs } from '../../interop/index.js';
import type { FigureName, Figures, Order, Ranking } from '../../transparency/index.js';
import { COLUMNS } from '../layout/column.js';
import { columnMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';
import { useReading } from '../reading/reading.js';
import { FigureSections } from './figure-sections.js';
import { RankingTable } from './ranking-table.js';
import { SpanForm } from './span-form.js';

interface TransparencyPageProps {
  site: Site;
  figures: Figures;
  ranking: Ranking;
  sort: FigureName;
  order: Order;
  limit: number;
  offset: number;
}

/** How the whole government publishes, and its departments side by side. */
export function TransparencyPage({ site, figures, ranking, ...ordered }: TransparencyPageProps) {
  const { t } = useReading();
  const words = t.transparency;
  const { from, to, asOf } = figures;
  const api = `/api/v1/transparency?from=${from}&to=${to}`;
  return (
    <Page
      site={site}
      title={words.title}
      path="/transparency"
      query=""
      description={COLUMNS.transparency.description}
      meta={columnMeta(COLUMNS.transparency)}
      crumbs={[{ label: words.title }]}
      jsonLd={[breadcrumbs(site.baseUrl, [{ name: words.title, path: '/transparency' }])]}
    >
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p>
        {words.whole} · {words.range(from, to)} · {words.asOf(asOf)}
      </p>
      <SpanForm action="/transparency" span={figures} />
      <FigureSections figures={figures} department={undefined} />
      <RankingTable ranking={ranking} {...ordered} />
      <p class="actions">
        <a href="/transparency/method">{words.method}</a>
        <a href={`${api}&format=csv`}>{words.download}</a>
        <a href={`/api/v1/transparency/departments?from=${from}&to=${to}&limit=100&format=csv`}>{words.downloadDepartments}</a>
        <a href={api}>{words.api}</a>
      </p>
    </Page>
  );
}
