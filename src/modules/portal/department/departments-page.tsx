import { breadcrumbs } from '../../interop/index.js';
import { Chinese } from '../component/chinese.js';
import { DepartmentTiles } from '../component/tiles.js';
import { numberText } from '../component/number-text.js';
import { COLUMNS } from '../layout/column.js';
import { columnMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';
import { useReading } from '../reading/reading.js';
import type { DepartmentGroup } from './department-groups.js';

interface DepartmentsPageProps {
  site: Site;
  /** What was asked for, if anything. */
  filter: string;
  groups: readonly DepartmentGroup[];
  count: number;
}

/** All departments by region, those of the catalog's own list first; a box narrows them by name. */
export function DepartmentsPage({ site, filter, groups, count }: DepartmentsPageProps) {
  const { t } = useReading();
  return (
    <Page
      site={site}
      title={t.department.title}
      path="/departments"
      query=""
      hidden={filter !== ''}
      description={COLUMNS.departments.description}
      meta={columnMeta(COLUMNS.departments)}
      crumbs={[{ label: t.department.title, href: filter ? '/departments' : undefined }]}
      jsonLd={[breadcrumbs(site.baseUrl, [{ name: t.department.title, path: '/departments' }])]}
    >
      <h1>{filter ? t.department.title : t.department.count(numberText(count))}</h1>
      <form class="one-line" action="/departments" method="get" role="search" aria-label={t.department.filter}>
        <label for="name">{t.department.filter}</label>
        <input id="name" name="name" type="search" value={filter} maxLength={100} autoComplete="off" />
        <button type="submit" class="button plain">
          {t.department.filterButton}
        </button>
      </form>
      {filter && (
        <p class="result-count" role="status">
          {t.department.filtered(filter, numberText(count))} <a href="/departments">{t.department.everyone}</a>
        </p>
      )}
      {filter && count === 0 && <p class="notice">{t.department.noneFound}</p>}
      {groups.map((group) => (
        <Group key={group.id} group={group} />
      ))}
    </Page>
  );
}

function Group({ group: { id, region, registered, departments } }: { group: DepartmentGroup }) {
  const { t } = useReading();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {!registered ? t.department.unregistered : region ? <Chinese>{region}</Chinese> : t.department.registered}{' '}
        <span class="facet-count">{numberText(departments.length)}</span>
      </h2>
      <DepartmentTiles departments={departments} />
    </section>
  );
}
