import type { ComponentChildren } from 'preact';
import type { Department } from '../../department/index.js';
import { type DisclosureColumn, type DisclosurePlace, disclosureUrl } from '../../disclosure/index.js';
import { breadcrumbs } from '../../interop/index.js';
import type { Crumb } from '../component/breadcrumb.js';
import { Chinese } from '../component/chinese.js';
import { COLUMNS } from '../layout/column.js';
import { columnMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';
import { useReading } from '../reading/reading.js';
import { DisclosureNavigation } from './disclosure-navigation.js';

/** What every page of the column is made of. */
export interface DisclosureFrameProps {
  site: Site;
  column: DisclosureColumn;
  /** Whose column one can go to. */
  departments: readonly Pick<Department, 'code' | 'name'>[];
  here: DisclosurePlace;
}

interface FrameProps extends DisclosureFrameProps {
  /** What the page is within the column; absent for its first page. */
  heading?: string;
  children: ComponentChildren;
}

/** A page of the column: its title, the choice of the organ, the search in it, the blocks at the left. */
export function DisclosureFrame({ site, column, departments, here, heading, children }: FrameProps) {
  const { t } = useReading();
  const title = column.departmentName ? t.disclosure.of(column.departmentName) : t.disclosure.title;
  const path = disclosureUrl(here);
  const crumbs = crumbsOf(column, heading, t.disclosure.title);
  return (
    <Page
      site={site}
      title={heading ? `${heading} · ${title}` : title}
      path={path}
      query=""
      description={COLUMNS.disclosure.description}
      meta={columnMeta(COLUMNS.disclosure)}
      crumbs={crumbs}
      jsonLd={[
        breadcrumbs(
          site.baseUrl,
          crumbs.map(({ label, href = path }) => ({ name: label, path: href })),
        ),
      ]}
    >
      <header class="record-head">
        {column.departmentName && (
          <p class="record-kind">
            <Chinese>{column.departmentName}</Chinese>
          </p>
        )}
        <h1>{t.disclosure.title}</h1>
      </header>
      <Tools column={column} departments={departments} here={here} />
      <div class="disclosure">
        <DisclosureNavigation column={column} here={here} />
        <div>
          {heading && <h2>{heading}</h2>}
          {children}
        </div>
      </div>
    </Page>
  );
}

function crumbsOf({ department, departmentName }: DisclosureColumn, heading: string | undefined, title: string): Crumb[] {
  const own: Crumb[] = departmentName ? [{ label: departmentName, href: disclosureUrl({ department }), said: true }] : [];
  const way: Crumb[] = [{ label: title, href: '/disclosure' }, ...own, ...(heading ? [{ label: heading }] : [])];
  // The last is the page itself.
  return way.map((crumb, index) => (index === way.length - 1 ? { ...crumb, href: undefined } : crumb));
}

/** Both forms work by themselves: the organ leads to the same block of another column, the search to the results of this one. */
function Tools({ column: { department }, departments, here }: Omit<DisclosureFrameProps, 'site'>) {
  const { t } = useReading();
  return (
    <div class="disclosure-tools">
      <form class="one-line" action={disclosureUrl({ block: here.block, item: here.item })} method="get">
        <label for="department">{t.disclosure.department}</label>
        <select id="department" name="department">
          <option value="">{t.disclosure.everyDepartment}</option>
          {departments.map(({ code, name }) => (
            <option key={code} value={code} selected={code === department} lang="zh-CN">
              {name}
            </option>
          ))}
        </select>
        <button type="submit" class="button plain">
          {t.disclosure.choose}
        </button>
      </form>
      <form class="one-line" action="/search" method="get" role="search" aria-label={t.disclosure.search}>
        <label for="q-disclosure">{t.disclosure.search}</label>
        <input id="q-disclosure" name="q" type="search" maxLength={500} autoComplete="off" />
        <input type="hidden" name="kind" value="document" />
        {department && <input type="hidden" name="department" value={department} />}
        <button type="submit" class="button plain">
          {t.disclosure.searchButton}
        </button>
      </form>
    </div>
  );
}
