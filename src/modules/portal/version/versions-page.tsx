import type { AnyRecord, PublicRevision, PublicRevisions } from '../../catalog/index.js';
import { Badge } from '../component/badge.js';
import type { Crumb } from '../component/breadcrumb.js';
import { chinaTime } from '../component/china-time.js';
import { Pager } from '../component/pager.js';
import { Said } from '../component/said.js';
import { Section } from '../component/section.js';
import { COLUMNS } from '../layout/column.js';
import { columnMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';
import { useReading } from '../reading/reading.js';

interface VersionsPageProps {
  site: Site;
  record: AnyRecord;
  history: PublicRevisions;
  crumbs: readonly Crumb[];
}

/** Every public revision of a record: when, what was changed, and the way to what differs. */
export function VersionsPage({ site, record, history, crumbs }: VersionsPageProps) {
  const { t } = useReading();
  const path = `${record.url}/versions`;
  return (
    <Page
      site={site}
      title={t.version.title(record.title)}
      path={path}
      query=""
      hidden
      meta={columnMeta(COLUMNS[record.kind])}
      crumbs={[...crumbs, { label: t.version.heading }]}
    >
      <h1>{t.version.heading}</h1>
      <p class="lead">
        <a href={record.url}>
          <Said>{record.title}</Said>
        </a>
      </p>
      <p class="note">{t.version.lead}</p>
      <Section id="revisions" title={t.version.listed}>
        <ol class="versions" reversed>
          {history.revisions.map((revision, index) => (
            <Version
              key={revision.revision}
              url={path}
              revision={revision}
              previous={history.revisions[index + 1]}
              newest={history.newest}
            />
          ))}
        </ol>
        <Pager next={history.next ? `${path}?before=${history.next}` : undefined} />
      </Section>
    </Page>
  );
}

interface VersionProps {
  url: string;
  revision: PublicRevision;
  previous: PublicRevision | undefined;
  newest: number;
}

function Version({ url, revision: { revision, action, createdAt, reason, changed, input }, previous, newest }: VersionProps) {
  const { t } = useReading();
  const names = changed?.map((name) => t.record.field[name] ?? name) ?? [];
  return (
    <li id={`r-${revision}`} value={revision}>
      <p>
        <strong>{t.version.number(revision)}</strong> {revision === newest && <Badge tone="good">{t.version.present}</Badge>}{' '}
        <time dateTime={createdAt.toISOString()}>{chinaTime(createdAt)}</time>
      </p>
      <p>
        {t.version.action[action] ?? action}
        {names.length > 0
          ? ` · ${t.version.changed(names.join(t.version.and))}`
          : changed && action === 'updated' && ` · ${t.version.nothingChanged}`}
        {reason && (
          <span class="note">
            {' '}
            <Said>{reason}</Said>
          </span>
        )}
      </p>
      {input ? (
        <p class="actions">
          {previous?.input && <a href={`${url}/${previous.revision}..${revision}`}>{t.version.compareWithPrevious(previous.revision)}</a>}
          {revision < newest - 1 && (
            <a href={`${url}/${revision}..${newest}`}>
              {t.version.compareWithPresent}
              <span class="visually-hidden"> {t.version.number(revision)}</span>
            </a>
          )}
        </p>
      ) : (
        <p class="note">{t.version.withheld}</p>
      )}
    </li>
  );
}
