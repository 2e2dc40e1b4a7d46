import { breadcrumbs } from '../../interop/index.js';
import { type Figures, NO_DEPARTMENT } from '../../transparency/index.js';
import { Chinese } from '../component/chinese.js';
import { COLUMNS } from '../layout/column.js';
import { columnMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';
import { useReading } from '../reading/reading.js';
import { FigureSections } from './figure-sections.js';
import { SpanForm } from './span-form.js';

/** How one department publishes, month by month. */
export function DepartmentFiguresPage({
  site,
  figures,
}: {
  site: Site;
  figures: Figures & { department: NonNullable<Figures['department']> };
}) {
  const { t } = useReading();
  const words = t.transparency;
  const { department, from, to, asOf } = figures;
  const { code } = department;
  const name = code === null ? words.unknownDepartment : department.name;
  const segment = encodeURIComponent(code ?? NO_DEPARTMENT);
  const path = `/transparency/departments/${segment}`;
  const api = `/api/v1/transparency?department=${segment}&from=${from}&to=${to}`;
  return (
    <Page
      site={site}
      title={`${words.title} · ${name}`}
      path={path}
      query=""
      description={COLUMNS.transparency.description}
      meta={columnMeta(COLUMNS.transparency)}
      crumbs={[
        { label: words.title, href: '/transparency' },
        { label: name, said: code !== null },
      ]}
      jsonLd={[
        breadcrumbs(site.baseUrl, [
          { name: words.title, path: '/transparency' },
          { name, path },
        ]),
      ]}
    >
      <h1>
        {words.title} · {code === null ? name : <Chinese>{name}</Chinese>}
      </h1>
      <p>
        {words.range(from, to)} · {words.asOf(asOf)}
      </p>
      <SpanForm action={path} span={figures} />
      <FigureSections figures={figures} department={code} />
      <p class="actions">
        {code !== null && <a href={`/departments/${segment}`}>{words.departmentPage}</a>}
        <a href="/transparency/method">{words.method}</a>
        <a href={`${api}&format=csv`}>{words.download}</a>
        <a href={api}>{words.api}</a>
      </p>
    </Page>
  );
}
