import type { SearchHit } from '../../search/index.js';
import { Badge, ValidityBadge } from '../component/badge.js';

/** One result of a search; its title is a heading one level below what it stands under. */
export function Hit({ hit, level: Heading = 'h2' }: { hit: SearchHit; level?: 'h2' | 'h3' }) {
  const title = hit.highlights.find(({ field }) => field === 'title')?.html;
  return (
    <li class="hit">
      <Heading class="hit-title">
        {/* The marks come from the search service, which escapes everything else. */}
        <a href={hit.url} data-record={hit.identifier}>
          {title ? <span dangerouslySetInnerHTML={{ __html: title }} /> : hit.title}
        </a>
      </Heading>
      <p class="hit-line">
        {hit.pinned && <Badge>推荐</Badge>}
        <Badge>{hit.kind === 'dataset' ? '数据' : (hit.documentType ?? '文件')}</Badge>
        {hit.validity && <ValidityBadge label={hit.validity} />}
        {hit.documentNumber && <span>{hit.documentNumber}</span>}
        {hit.department && <span>{hit.department}</span>}
        {hit.publishedOn && <time dateTime={hit.publishedOn}>{hit.publishedOn}</time>}
        {hit.openness && <span>{hit.openness}</span>}
        {hit.updateCycle && <span>{hit.updateCycle}更新</span>}
        {hit.formats.length > 0 && <span class="formats">{hit.formats.join(' · ').toUpperCase()}</span>}
      </p>
      {hit.snippet && (
        <p class="hit-snippet">
          {hit.attachment && (
            <>
              附件《<a href={hit.attachment.url}>{hit.attachment.title}</a>》：
            </>
          )}
          <span dangerouslySetInnerHTML={{ __html: hit.snippet }} />
        </p>
      )}
    </li>
  );
}
