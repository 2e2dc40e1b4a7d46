import type { Department } from '../../department/index.js';
import { breadcrumbs } from '../../interop/index.js';
import type { FacetValue } from '../../search/index.js';
import { DepartmentTiles, TopicTiles, WayTiles } from '../component/tiles.js';
import { COLUMNS } from '../layout/column.js';
import { columnWays, type Way } from '../layout/main-ways.js';
import { columnMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';
import { useReading } from '../reading/reading.js';

interface SiteMapProps {
  site: Site;
  topics: readonly FacetValue[];
  departments: readonly Department[];
}

/** Every part of the site (网站地图), in one page. */
export function SiteMapPage({ site, topics, departments }: SiteMapProps) {
  const { t } = useReading();
  const columns: Way[] = [
    ['/', t.layout.home],
    ...columnWays(t),
    ['/subscriptions/new', t.subscription.title],
    ['/ask', t.feedback.ask.title],
    ['/help', t.layout.help],
    ['/about', t.layout.about],
    ['/accessibility', t.layout.accessibility],
  ];
  const programs: Way[] = [
    ['/docs', t.layout.api],
    ['/feed.atom', t.information.atom],
    ['/sitemap.xml', t.information.sitemapXml],
    ['/data.json', 'data.json'],
    ['/catalog.jsonld', 'DCAT (JSON-LD)'],
  ];
  return (
    <Page
      site={site}
      title={t.information.siteMap}
      path="/site-map"
      query=""
      description={COLUMNS.siteMap.description}
      meta={columnMeta(COLUMNS.siteMap)}
      crumbs={[{ label: t.information.siteMap }]}
      jsonLd={[breadcrumbs(site.baseUrl, [{ name: t.information.siteMap, path: '/site-map' }])]}
    >
      <h1>{t.information.siteMap}</h1>
      <p class="lead">{t.information.siteMapLead}</p>
      <Ways id="columns" title={t.information.siteMapColumns} ways={columns} />
      <section aria-labelledby="topics">
        <h2 id="topics">{t.information.siteMapTopics}</h2>
        <TopicTiles topics={topics} hrefOf={(value) => `/search?topic=${encodeURIComponent(value)}`} />
      </section>
      <section aria-labelledby="departments">
        <h2 id="departments">{t.information.siteMapDepartments}</h2>
        <DepartmentTiles departments={departments} />
      </section>
      <Ways id="programs" title={t.information.siteMapPrograms} ways={programs} />
    </Page>
  );
}

function Ways({ id, title, ways }: { id: string; title: string; ways: readonly Way[] }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <WayTiles ways={ways} />
    </section>
  );
}
