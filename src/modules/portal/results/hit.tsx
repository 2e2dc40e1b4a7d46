import type { SearchHit } from '../../search/index.js';
import { Badge, ValidityBadge } from '../component/badge.js';
import { Chinese, Value } from '../component/chinese.js';
import { useReading } from '../reading/reading.js';
import { cycleText } from './cycle-text.js';
import { Spaced } from '../component/spaced.js';

/** One result of a search; its title is a heading one level below what it stands under. */
export function Hit({ hit, level: Heading = 'h2' }: { hit: SearchHit; level?: 'h2' | 'h3' }) {
  const { t } = useReading();
  const title = hit.highlights.find(({ field }) => field === 'title')?.html;
  return (
    <li class="hit">
      <Heading class="hit-title">
        <a href={hit.url} data-record={hit.identifier}>
          <Chinese>{title ? <Marked html={title} /> : hit.title}</Chinese>
        </a>
      </Heading>
      <p class="hit-line">
        <Spaced>
          {hit.pinned && <Badge>{t.results.pinned}</Badge>}
          <Badge>{hit.kind === 'dataset' ? t.common.dataset : <Value>{hit.documentType ?? t.common.document}</Value>}</Badge>
          {hit.validity && <ValidityBadge label={hit.validity} />}
          {hit.openness && <OpennessBadge label={hit.openness} />}
          {hit.documentNumber && (
            <span>
              <Chinese>{hit.documentNumber}</Chinese>
            </span>
          )}
          {hit.department && (
            <span>
              <Chinese>{hit.department}</Chinese>
            </span>
          )}
          <HitDate hit={hit} />
          {hit.updateCycle && <span>{cycleText(hit.updateCycle, t)}</span>}
          {hit.formats.length > 0 && <span class="formats">{hit.formats.join(' · ').toUpperCase()}</span>}
        </Spaced>
      </p>
      <Matched hit={hit} />
    </li>
  );
}

/** The marks come from the search service, which escapes everything else. */
function Marked({ html }: { html: string }) {
  return <span dangerouslySetInnerHTML={{ __html: html }} />;
}

/** Data is as new as its last update, a document as its publication. */
function HitDate({ hit }: { hit: SearchHit }) {
  const { t } = useReading();
  if (hit.kind === 'dataset' && hit.modifiedOn) {
    return (
      <span>
        {t.results.updatedOn} <time dateTime={hit.modifiedOn}>{hit.modifiedOn}</time>
      </span>
    );
  }
  return hit.publishedOn ? <time dateTime={hit.publishedOn}>{hit.publishedOn}</time> : <></>;
}

/** Whether data can be had, in words; colour only adds to them. */
function OpennessBadge({ label }: { label: string }) {
  const tone = TONES.find(([pattern]) => pattern.test(label))?.[1] ?? 'plain';
  return (
    <Badge tone={tone}>
      <Value>{label}</Value>
    </Badge>
  );
}

const TONES: [RegExp, 'good' | 'changed' | 'ended'][] = [
  [/^无条件/, 'good'],
  [/^有条件/, 'changed'],
  [/^不予/, 'ended'],
];

/** Where the words stand: a passage of the record or of its attachment, and data items that no passage shows. */
function Matched({ hit }: { hit: SearchHit }) {
  const { t } = useReading();
  const items = hit.highlights.filter(({ field, html }) => field === 'item' && !hit.snippet?.includes(html));
  return (
    <>
      {hit.snippet && (
        <p class="hit-snippet">
          {hit.attachment && (
            <>
              {t.results.inAttachment}
              <a href={hit.attachment.url}>
                <Chinese>{hit.attachment.title}</Chinese>
              </a>
              {t.results.afterAttachment}
            </>
          )}
          <Chinese>
            <Marked html={hit.snippet} />
          </Chinese>
        </p>
      )}
      {items.length > 0 && (
        <p class="hit-items">
          {t.results.withItems}
          {items.map(({ html }, place) => (
            <span key={html}>
              {place > 0 && ' · '}
              <Chinese>
                <Marked html={html} />
              </Chinese>
            </span>
          ))}
        </p>
      )}
    </>
  );
}
