import type { AnyRecord, PublicRevision } from '../../catalog/index.js';
import type { Crumb } from '../component/breadcrumb.js';
import { chinaTime } from '../component/china-time.js';
import { numberText } from '../component/number-text.js';
import { Said } from '../component/said.js';
import { Section } from '../component/section.js';
import { COLUMNS } from '../layout/column.js';
import { columnMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';
import { useReading } from '../reading/reading.js';
import type { FieldDifference } from './field-difference.js';
import type { Paragraph, Piece } from './text-difference.js';

interface DifferencePageProps {
  site: Site;
  record: AnyRecord;
  sides: readonly [PublicRevision, PublicRevision];
  /** Undefined when one of them is not shown. */
  differences: readonly FieldDifference[] | undefined;
  crumbs: readonly Crumb[];
}

/** What differs between two revisions, field by field. */
export function DifferencePage({ site, record, sides, differences, crumbs }: DifferencePageProps) {
  const { t } = useReading();
  const [before, after] = sides;
  const list = `${record.url}/versions`;
  const title = t.version.differenceTitle(before.revision, after.revision);
  return (
    <Page
      site={site}
      title={`${title} · ${record.title}`}
      path={`${list}/${before.revision}..${after.revision}`}
      query=""
      hidden
      meta={columnMeta(COLUMNS[record.kind])}
      crumbs={[...crumbs, { label: t.version.heading, href: list }, { label: title }]}
    >
      <h1>{title}</h1>
      <p class="lead">
        <a href={record.url}>
          <Said>{record.title}</Said>
        </a>
      </p>
      <ul class="version-sides">
        <li>
          {t.version.before(before.revision)} <Moment of={before} />
        </li>
        <li>
          {t.version.after(after.revision)} <Moment of={after} />
        </li>
      </ul>
      {differences === undefined && <p class="notice">{t.version.withheld}</p>}
      {differences?.length === 0 && <p class="notice">{t.version.same}</p>}
      {differences && differences.length > 0 && <p class="note">{t.version.differenceLead}</p>}
      {differences?.map(({ name, difference: { paragraphs, cut } }) => (
        <Section key={name} id={`field-${name}`} title={t.record.field[name] ?? name}>
          <div class="difference-text" lang="zh-CN">
            {paragraphs.map((paragraph, index) => (
              <Changed key={index} paragraph={paragraph} />
            ))}
          </div>
          {cut > 0 && <p class="note">{t.version.cut(numberText(cut))}</p>}
        </Section>
      ))}
      <p class="actions">
        <a href={list}>{t.version.backToList}</a>
        <a href={record.url}>{t.version.backToRecord}</a>
      </p>
    </Page>
  );
}

const Moment = ({ of: { createdAt } }: { of: PublicRevision }) => <time dateTime={createdAt.toISOString()}>{chinaTime(createdAt)}</time>;

function Changed({ paragraph }: { paragraph: Paragraph }) {
  const { t, language } = useReading();
  if ('left' in paragraph)
    return (
      <p class="note" lang={language === 'zh' ? undefined : 'en'}>
        {t.version.left(paragraph.left)}
      </p>
    );
  return (
    <p dir="auto">
      {paragraph.pieces.map((piece, index) => (
        <PieceOf key={index} piece={piece} />
      ))}
    </p>
  );
}

/** Strokes and lines are not read out, so words say the same to who listens. */
function PieceOf({ piece: { kind, text } }: { piece: Piece }) {
  const { t } = useReading();
  if (kind === 'same') return <bdi>{text}</bdi>;
  const Tag = kind === 'removed' ? 'del' : 'ins';
  return (
    <Tag>
      <span class="visually-hidden">{kind === 'removed' ? t.version.removed : t.version.added}</span>
      <bdi>{text}</bdi>
      <span class="visually-hidden">{t.version.end}</span>
    </Tag>
  );
}
