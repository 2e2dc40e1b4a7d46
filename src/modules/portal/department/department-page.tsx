import type { Department } from '../../department/index.js';
import type { DisclosureColumn } from '../../disclosure/index.js';
import type { JsonLd } from '../../interop/index.js';
import type { SearchAnswer } from '../../search/index.js';
import { Chinese } from '../component/chinese.js';
import { countOfKind, facetValues } from '../component/facet-values.js';
import { Fields } from '../component/fields.js';
import { type Figure, Figures } from '../component/figures.js';
import { Icon } from '../component/icon.js';
import { numberText } from '../component/number-text.js';
import { TopicTiles } from '../component/tiles.js';
import { Section } from '../component/section.js';
import { departmentColumn } from '../layout/column.js';
import { columnMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';
import { useReading } from '../reading/reading.js';
import { Hit } from '../results/hit.js';
import { DepartmentContactFields, DepartmentLines } from './department-profile.js';
import { type DepartmentKept, Kept } from './kept.js';

interface DepartmentPageProps {
  site: Site;
  department: Department;
  disclosure: DisclosureColumn;
  /** Absent while the search engine is away. */
  newest: SearchAnswer | undefined;
  jsonLd: readonly JsonLd[];
  /** How it keeps its duties. */
  kept: DepartmentKept;
}

/** A department: what it does, how to reach it, its catalog, its disclosure column, and what it published last. */
export function DepartmentPage({ site, department, disclosure, newest, jsonLd, kept }: DepartmentPageProps) {
  const { t } = useReading();
  const { contact } = department;
  const column = departmentColumn(department);
  return (
    <Page
      site={site}
      title={department.name}
      path={department.url}
      query=""
      description={column.description}
      meta={columnMeta(column)}
      crumbs={[
        { label: t.department.title, href: '/departments' },
        { label: department.name, said: true },
      ]}
      jsonLd={jsonLd}
      feed={`${department.url}/feed.atom`}
    >
      <header class="record-head">
        <p class="record-kind">{t.department.kind}</p>
        <h1>
          <Chinese>{department.name}</Chinese>
        </h1>
        {!department.registered && <p class="notice">{t.department.notRegistered}</p>}
      </header>
      <DepartmentFigures department={department} disclosure={disclosure} newest={newest} />
      <Kept kept={kept} code={department.code} />
      <div class="columns">
        {department.duties && (
          <Section id="duties" title={t.department.duties}>
            <DepartmentLines text={department.duties} />
          </Section>
        )}
        {contact && (
          <Section id="contact" title={t.department.unit}>
            <DepartmentContactFields department={department} />
          </Section>
        )}
        {department.leaders && (
          <Section id="leaders" title={t.department.leaders}>
            <DepartmentLines text={department.leaders} />
          </Section>
        )}
        {department.internalUnits && (
          <Section id="units" title={t.department.internalUnits}>
            <DepartmentLines text={department.internalUnits} />
          </Section>
        )}
        <Column disclosure={disclosure} />
        <Names department={department} />
      </div>
      <Topics department={department} newest={newest} />
      <Newest department={department} newest={newest} />
    </Page>
  );
}

function DepartmentFigures({ department, disclosure, newest }: Pick<DepartmentPageProps, 'department' | 'disclosure' | 'newest'>) {
  const { t } = useReading();
  const all = allOf(department);
  const statutory = disclosure.blocks.find(({ block }) => block === 'statutory')!;
  const { covered, applicable } = disclosure.coverage;
  const found: Figure[] = newest
    ? [
        { value: countOfKind(newest.facets, 'dataset'), label: t.department.datasets, href: `${all}&kind=dataset` },
        { value: countOfKind(newest.facets, 'document'), label: t.department.documents, href: `${all}&kind=document` },
      ]
    : [];
  return (
    <Figures
      figures={[
        ...found,
        { value: statutory.count, label: t.department.disclosed, href: statutory.url },
        { value: t.disclosure.coveredOf(covered, applicable), label: t.department.covered, href: statutory.url },
      ]}
    />
  );
}

/** The blocks of its own 政府信息公开 column. */
function Column({ disclosure }: { disclosure: DisclosureColumn }) {
  const { t } = useReading();
  const ways = [
    ...disclosure.blocks.map(({ block, url, count }) => ({ label: t.disclosure.block[block], url, count })),
    { label: t.disclosure.block.request, url: disclosure.requestUrl, count: 0 },
  ];
  return (
    <Section id="disclosure" title={t.department.disclosure}>
      <ul class="newest">
        {ways.map(({ label, url, count }) => (
          <li key={url}>
            <a href={url}>{label}</a> {count > 0 && <span class="facet-count">{numberText(count)}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Names({ department: { shortNames, formerNames, creditCode } }: { department: Department }) {
  const { t } = useReading();
  const said = (names: readonly string[]) => names.length > 0 && <Chinese>{names.join('、')}</Chinese>;
  if (shortNames.length === 0 && formerNames.length === 0 && !creditCode) return <></>;
  return (
    <Section id="names" title={t.department.identity}>
      <Fields
        fields={[
          [t.department.shortNames, said(shortNames) || null],
          [t.department.formerNames, said(formerNames) || null],
          [t.department.creditCode, creditCode],
        ]}
      />
    </Section>
  );
}

/** Its catalog by topic. */
function Topics({ department, newest }: Pick<DepartmentPageProps, 'department' | 'newest'>) {
  const { t } = useReading();
  const topics = facetValues(newest?.facets, 'topic');
  if (topics.length === 0) return <></>;
  return (
    <section aria-labelledby="topics">
      <h2 id="topics">{t.department.topics}</h2>
      <TopicTiles topics={topics} hrefOf={(value) => `${allOf(department)}&topic=${encodeURIComponent(value)}`} />
    </section>
  );
}

function Newest({ department, newest }: Pick<DepartmentPageProps, 'department' | 'newest'>) {
  const { t } = useReading();
  return (
    <section aria-labelledby="newest">
      <h2 id="newest">{t.department.newest}</h2>
      {newest ? (
        <>
          <ol class="hits">
            {newest.hits.map((hit) => (
              <Hit key={hit.identifier} hit={hit} level="h3" />
            ))}
          </ol>
          <p class="actions">
            <a class="next" href={`${allOf(department)}&sort=newest`}>
              {t.department.all(numberText(newest.total.value))}
            </a>
            <a class="button plain" href={`${department.url}/feed.atom`}>
              <Icon name="bell" />
              {t.department.feed}
            </a>
          </p>
        </>
      ) : (
        <p class="notice">{t.common.searchAway}</p>
      )}
    </section>
  );
}

const allOf = ({ code }: Department) => `/search?department=${encodeURIComponent(code)}`;
