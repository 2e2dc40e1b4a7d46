import type { UsedDataset } from '../../data/index.js';
import type { Department } from '../../department/index.js';
import type { JsonLd } from '../../interop/index.js';
import type { FacetGroup, ListedHit } from '../../search/index.js';
import { Chinese } from '../component/chinese.js';
import { countOfKind, facetValues } from '../component/facet-values.js';
import { numberText } from '../component/number-text.js';
import { SearchBox } from '../component/search-box.js';
import { COLUMNS } from '../layout/column.js';
import { columnMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';
import { useReading } from '../reading/reading.js';
import { EXAMPLE_QUERIES } from './example-query.js';
import { Departments, MostUsed, Newest, Topics } from './home-lists.js';
import { type HomeStanding, Standing } from './standing.js';
import { Spaced } from '../component/spaced.js';

/** Fewer popular queries than these say little of what is asked. */
const FEWEST_POPULAR = 4;

export interface HomeProps {
  site: Site;
  jsonLd: readonly JsonLd[];
  /** How many records there are of each kind and topic; absent while the search engine is away. */
  all: readonly FacetGroup[] | undefined;
  newestDocuments: readonly ListedHit[];
  newestDatasets: readonly ListedHit[];
  departments: readonly Department[];
  mostUsed: readonly UsedDataset[];
  /** What many ask for. */
  popular: readonly string[];
  standing?: HomeStanding;
}

/** The first page: the box, and ways in for those who would rather look around. */
export function HomePage({ site, jsonLd, all, newestDocuments, newestDatasets, departments, mostUsed, popular, standing }: HomeProps) {
  const { t } = useReading();
  return (
    <Page
      site={site}
      path="/"
      description={t.home.description(site.slogan)}
      meta={columnMeta(COLUMNS.home)}
      jsonLd={jsonLd}
      feed="/feed.atom"
    >
      <section class="hero">
        <h1>
          <Halves text={t.home.title} />
        </h1>
        <SearchBox />
        {!all && <p class="notice">{t.common.searchAway}</p>}
        <Examples popular={popular} />
        {all && <Counts all={all} departments={departments.length} />}
      </section>
      <Standing standing={standing} />
      <div class="columns">
        <Newest
          id="newest-documents"
          title={t.home.newestDocuments}
          hits={newestDocuments}
          more={{ href: '/search?kind=document&sort=newest', label: t.home.moreDocuments }}
        />
        <Newest
          id="updated-datasets"
          title={t.home.updatedDatasets}
          hits={newestDatasets}
          updated
          more={{ href: '/search?kind=dataset&sort=updated', label: t.home.moreDatasets }}
        />
      </div>
      <Topics topics={facetValues(all, 'topic')} />
      <Departments departments={departments} />
      <MostUsed datasets={mostUsed} />
    </Page>
  );
}

/** A sentence of two halves, each of which stays whole where it fits on a line. */
function Halves({ text }: { text: string }) {
  return (
    <>
      {text.split(/(?<=[，,])/u).map((half) => (
        <span key={half} class="half">
          {half}
        </span>
      ))}
    </>
  );
}

/** Queries to begin with: those of many visitors, where they are counted. */
function Examples({ popular }: { popular: readonly string[] }) {
  const { t } = useReading();
  const known = popular.length >= FEWEST_POPULAR;
  return (
    <p class="examples">
      <Spaced>
        {known ? t.home.popular : t.home.examples}
        {(known ? popular : EXAMPLE_QUERIES).map((words) => (
          <a key={words} href={`/search?q=${encodeURIComponent(words)}`}>
            <Chinese>{words}</Chinese>
          </a>
        ))}
      </Spaced>
    </p>
  );
}

/** How much there is. */
function Counts({ all, departments }: { all: readonly FacetGroup[]; departments: number }) {
  const { t } = useReading();
  const counts: [href: string, count: number, label: string][] = [
    ['/search?kind=dataset', countOfKind(all, 'dataset'), t.home.datasets],
    ['/search?kind=document', countOfKind(all, 'document'), t.home.documents],
    ['/departments', departments, t.home.departments],
  ];
  return (
    <p class="counts">
      <Spaced>
        {counts.map(([href, count, label]) => (
          <a key={href} href={href}>
            <strong>{numberText(count)}</strong> {label}
          </a>
        ))}
      </Spaced>
    </p>
  );
}
