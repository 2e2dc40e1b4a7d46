import type { Department } from '../../department/index.js';
import { breadcrumbs } from '../../interop/index.js';
import type { FacetGroup } from '../../search/index.js';
import { Chinese, Value } from '../component/chinese.js';
import { numberText } from '../component/number-text.js';
import { COLUMNS } from '../layout/column.js';
import { columnMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';
import { useReading } from '../reading/reading.js';

interface SiteMapProps {
  site: Site;
  topics: FacetGroup['values'];
  departments: readonly Department[];
}

/** Every part of the site (网站地图), in one page. */
export function SiteMapPage({ site, topics, departments }: SiteMapProps) {
  const { t } = useReading();
  const columns: [string, string][] = [
    ['/', t.layout.home],
    ['/search?kind=dataset', t.layout.data],
    ['/search?kind=document', t.layout.documents],
    ['/disclosure', t.layout.disclosure],
    ['/departments', t.layout.departments],
    ['/transparency', t.layout.transparency],
    ['/subscriptions/new', t.subscription.title],
    ['/ask', t.feedback.ask.title],
    ['/help', t.layout.help],
    ['/about', t.layout.about],
    ['/accessibility', t.layout.accessibility],
  ];
  const programs: [string, string][] = [
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
        <ul class="tiles">
          {topics.map(({ value, label, count }) => (
            <li key={value}>
              <a href={`/search?topic=${encodeURIComponent(value)}`}>
                <Value>{label}</Value> <span class="facet-count">{numberText(count)}</span>
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="departments">
        <h2 id="departments">{t.information.siteMapDepartments}</h2>
        <ul class="tiles">
          {departments.map(({ code, name, url }) => (
            <li key={code}>
              <a href={url}>
                <Chinese>{name}</Chinese>
              </a>
            </li>
          ))}
        </ul>
      </section>
      <Ways id="programs" title={t.information.siteMapPrograms} ways={programs} />
    </Page>
  );
}

function Ways({ id, title, ways }: { id: string; title: string; ways: [string, string][] }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="tiles">
        {ways.map(([href, label]) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
