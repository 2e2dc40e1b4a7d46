import type { Department } from '../../department/index.js';
import { breadcrumbs, type JsonLd } from '../../interop/index.js';
import type { SearchAnswer } from '../../search/index.js';
import { Fields } from '../component/fields.js';
import { Hit } from '../results/hit.js';
import { COLUMNS, departmentColumn } from '../layout/column.js';
import { columnMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import { useReading } from '../reading/reading.js';
import type { Site } from '../layout/site.js';

/** A department: how to reach it, and what it has published. */
export function DepartmentPage({
  site,
  department,
  newest,
  jsonLd,
}: {
  site: Site;
  department: Department;
  newest: SearchAnswer | undefined;
  jsonLd: readonly JsonLd[];
}) {
  const { t } = useReading();
  const { contact, shortNames, formerNames } = department;
  const all = `/search?department=${encodeURIComponent(department.code)}`;
  const countOf = (kind: string) =>
    newest?.facets.find(({ name }) => name === 'kind')?.values.find(({ value }) => value === kind)?.count ?? 0;
  return (
    <Page
      site={site}
      title={department.name}
      path={department.url}
      query=""
      description={departmentColumn(department).description}
      meta={columnMeta(departmentColumn(department))}
      jsonLd={jsonLd}
      feed={`${department.url}/feed.atom`}
    >
      <header class="record-head">
        <p class="record-kind">部门</p>
        <h1>{department.name}</h1>
        {newest && (
          <p class="counts">
            <a href={`${all}&kind=dataset`}>
              <strong>{countOf('dataset').toLocaleString('zh-CN')}</strong> 项数据
            </a>
            <a href={`${all}&kind=document`}>
              <strong>{countOf('document').toLocaleString('zh-CN')}</strong> 份文件
            </a>
          </p>
        )}
      </header>
      {contact && (
        <section class="panel" aria-labelledby="contact">
          <h2 id="contact">政府信息公开工作机构</h2>
          <Fields
            fields={[
              ['机构名称', contact.unit],
              ['办公电话', contact.phone],
              ['电子邮箱', contact.email],
              ['办公地址', contact.address],
              ['办公时间', contact.hours],
              ['简称', shortNames.join('、')],
              ['曾用名', formerNames.join('、')],
              ['统一社会信用代码', department.creditCode],
            ]}
          />
        </section>
      )}
      <h2>最新发布</h2>
      <ol class="hits">
        {newest?.hits.map((hit) => (
          <Hit key={hit.identifier} hit={hit} level="h3" />
        ))}
      </ol>
      {newest ? (
        <p>
          <a class="next" href={`${all}&sort=newest`}>
            全部 {newest.total.value.toLocaleString('zh-CN')} 条
          </a>
        </p>
      ) : (
        <p class="notice">{t.common.searchAway}</p>
      )}
    </Page>
  );
}

/** All departments, those of the catalog's own list first. */
export function DepartmentsPage({ site, departments }: { site: Site; departments: Department[] }) {
  return (
    <Page
      site={site}
      title="部门"
      path="/departments"
      query=""
      description={COLUMNS.departments.description}
      meta={columnMeta(COLUMNS.departments)}
      jsonLd={[breadcrumbs(site.baseUrl, [{ name: '部门', path: '/departments' }])]}
    >
      <h1>部门（{departments.length.toLocaleString('zh-CN')}）</h1>
      <ul class="tiles">
        {departments.map(({ code, name, url }) => (
          <li key={code}>
            <a href={url}>{name}</a>
          </li>
        ))}
      </ul>
    </Page>
  );
}
