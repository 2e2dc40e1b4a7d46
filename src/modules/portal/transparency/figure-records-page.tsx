import { breadcrumbs } from '../../interop/index.js';
import { type FigureName, FIGURES, type FigureRecords, type NamedDepartment } from '../../transparency/index.js';
import { Chinese } from '../component/chinese.js';
import { DataTable } from '../component/data-table.js';
import { numberText } from '../component/number-text.js';
import { Pager } from '../component/pager.js';
import { COLUMNS } from '../layout/column.js';
import { columnMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';
import { useReading } from '../reading/reading.js';
import { departmentFiguresPage, type PageSpan } from './figure-links.js';

export interface FigureRecordsPageProps {
  site: Site;
  figure: FigureName;
  page: FigureRecords;
  /** Undefined for the whole government. */
  department: NamedDepartment | undefined;
  /** Undefined for what is as of today. */
  span: PageSpan | undefined;
  /** The question without its cursor, as it stands after `?`. */
  query: string;
  continued: boolean;
}

/** The records behind one figure. */
export function FigureRecordsPage({ site, figure, page, department, span, query, continued }: FigureRecordsPageProps) {
  const { t } = useReading();
  const words = t.transparency;
  const { basis } = FIGURES[figure];
  const label = words.labels[figure];
  const path = '/transparency/records';
  const name = department && (department.code === null ? words.unknownDepartment : department.name);
  return (
    <Page
      site={site}
      title={`${label} · ${words.records}`}
      path={path}
      query=""
      hidden
      description={COLUMNS.transparency.description}
      meta={columnMeta(COLUMNS.transparency)}
      crumbs={[
        { label: words.title, href: '/transparency' },
        ...(department && span && name
          ? [{ label: name, href: departmentFiguresPage(department.code, span), said: department.code !== null }]
          : []),
        { label },
      ]}
      jsonLd={[breadcrumbs(site.baseUrl, [{ name: words.title, path: '/transparency' }])]}
    >
      <h1>{label}</h1>
      <p class="lead">
        {name ? <Chinese>{name}</Chinese> : words.whole} ·{' '}
        {span ? (span.from === span.to ? span.from : words.range(span.from, span.to)) : words.today} ·{' '}
        {words.recordsTotal(numberText(page.total))}
      </p>
      <p>
        {words.methods[figure]}
        {basis && (
          <>
            {' '}
            {words.basis}: <Chinese>{basis}</Chinese>
          </>
        )}
      </p>
      {page.records.length === 0 ? <p class="notice">{words.noRecords}</p> : <Records label={label} records={page.records} />}
      <Pager
        first={continued ? `${path}?${query}` : undefined}
        next={page.nextCursor === null ? undefined : `${path}?${query}&cursor=${encodeURIComponent(page.nextCursor)}`}
      />
      <p class="actions">
        <a href={`/api/v1/transparency/records?${query}&format=csv`}>{words.download}</a>
        <a href={`/api/v1/transparency/records?${query}`}>{words.api}</a>
        <a href="/transparency/method">{words.method}</a>
      </p>
    </Page>
  );
}

function Records({ label, records }: { label: string; records: FigureRecords['records'] }) {
  const { t } = useReading();
  const words = t.transparency;
  const none = t.common.noValue;
  return (
    <DataTable
      caption={label}
      captionHidden
      columns={[
        ...[words.record, words.department, words.startedOn, words.dueOn, words.doneOn].map((head) => ({ label: head })),
        { label: words.workingDays, number: true },
        { label: words.detail },
      ]}
      rows={records.map(({ position, title, url, departmentName, startedOn, dueOn, doneOn, workingDays, detail }) => ({
        key: position,
        cells: [
          <a href={url}>
            <Chinese>{title}</Chinese>
          </a>,
          departmentName ? <Chinese>{departmentName}</Chinese> : words.unknownDepartment,
          ...[startedOn, dueOn, doneOn].map((day) => (day ? <time dateTime={day}>{day}</time> : none)),
          workingDays === null ? none : numberText(workingDays),
          detail ? <Chinese>{detail}</Chinese> : '',
        ],
      }))}
    />
  );
}
