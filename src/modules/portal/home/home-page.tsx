import type { Department } from '../../department/index.js';
import type { JsonLd } from '../../interop/index.js';
import type { SearchAnswer, SearchHit } from '../../search/index.js';
import { SearchBox } from '../component/search-box.js';
import { Page } from '../layout/page.js';
import { COLUMNS } from '../layout/column.js';
import { columnMeta } from '../layout/meta.js';
import { useReading } from '../reading/reading.js';
import type { Site } from '../layout/site.js';

const EXAMPLES = ['住房公积金贷款', '小孩上学怎么报名', '食品抽检结果', '空气质量', '公交线路', '低保标准'];
const MOST_TOPICS = 16;
const MOST_DEPARTMENTS = 24;

export interface HomeProps {
  site: Site;
  jsonLd: readonly JsonLd[];
  /** The search for everything: its facets are what there is to browse; absent while the search engine is away. */
  all: SearchAnswer | undefined;
  newestDocuments: SearchHit[];
  newestDatasets: SearchHit[];
  departments: Department[];
}

/** The first page: the box, and ways in for those who would rather look around. */
export function HomePage({ site, jsonLd, all, newestDocuments, newestDatasets, departments }: HomeProps) {
  const { t } = useReading();
  const countOf = (kind: string) => all?.facets.find(({ name }) => name === 'kind')?.values.find(({ value }) => value === kind)?.count ?? 0;
  const topics = all?.facets.find(({ name }) => name === 'topic')?.values.slice(0, MOST_TOPICS) ?? [];
  return (
    <Page
      site={site}
      path="/"
      description={`${site.slogan}：检索、查阅、下载政府公开的数据和文件。`}
      meta={columnMeta(COLUMNS.home)}
      jsonLd={jsonLd}
      feed="/feed.atom"
    >
      <section class="hero">
        <h1>政府的数据和文件，一搜就到</h1>
        <SearchBox />
        {!all && <p class="notice">{t.common.searchAway}</p>}
        <p class="examples">
          试试：
          {EXAMPLES.map((example) => (
            <a key={example} href={`/search?q=${encodeURIComponent(example)}`}>
              {example}
            </a>
          ))}
        </p>
        {all && (
          <p class="counts">
            <a href="/search?kind=dataset">
              <strong>{countOf('dataset').toLocaleString('zh-CN')}</strong> 项数据
            </a>
            <a href="/search?kind=document">
              <strong>{countOf('document').toLocaleString('zh-CN')}</strong> 份文件
            </a>
            <a href="/departments">
              <strong>{departments.length.toLocaleString('zh-CN')}</strong> 个部门
            </a>
          </p>
        )}
      </section>
      <div class="columns">
        <Newest title="最新文件" hits={newestDocuments} more="/search?kind=document&sort=newest" />
        <Newest title="最近更新的数据" hits={newestDatasets} updated more="/search?kind=dataset&sort=updated" />
      </div>
      <section aria-labelledby="topics">
        <h2 id="topics">按主题</h2>
        <ul class="tiles">
          {topics.map(({ value, label, count }) => (
            <li key={value}>
              <a href={`/search?topic=${encodeURIComponent(value)}`}>
                {label} <span class="facet-count">{count.toLocaleString('zh-CN')}</span>
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="departments">
        <h2 id="departments">按部门</h2>
        <ul class="tiles">
          {departments.slice(0, MOST_DEPARTMENTS).map(({ code, name, url }) => (
            <li key={code}>
              <a href={url}>{name}</a>
            </li>
          ))}
        </ul>
        {departments.length > MOST_DEPARTMENTS && (
          <p>
            <a href="/departments">全部部门</a>
          </p>
        )}
      </section>
    </Page>
  );
}

function Newest({ title, hits, more, updated = false }: { title: string; hits: SearchHit[]; more: string; updated?: boolean }) {
  const dateOf = (hit: SearchHit) => (updated ? (hit.modifiedOn ?? hit.publishedOn) : hit.publishedOn);
  return (
    <section class="panel">
      <h2>{title}</h2>
      <ul class="newest">
        {hits.map((hit) => (
          <li key={hit.identifier}>
            <a href={hit.url}>{hit.title}</a>
            <time>{dateOf(hit)}</time>
          </li>
        ))}
      </ul>
      <p>
        <a href={more}>更多</a>
      </p>
    </section>
  );
}
