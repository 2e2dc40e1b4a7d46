import { type Document, recordUrl, type RelatedRecord } from '../../catalog/index.js';
import { Value } from '../component/chinese.js';
import { Said } from '../component/said.js';
import { useReading } from '../reading/reading.js';

const ENDING = new Set(['repeals', 'replaces', 'amends']);
const ENDED = /废止|失效|过期/;
const AMENDED = /修改/;

/** Says first what a reader must know: that the text is no longer, or no longer wholly, in force. */
export function ValidityNotice({ document, related }: { document: Document; related: readonly RelatedRecord[] }) {
  const { t } = useReading();
  const ended = ENDED.test(document.validity ?? '');
  if (!document.validity || !(ended || AMENDED.test(document.validity))) return <></>;
  const by = related.filter(({ incoming, type }) => incoming && ENDING.has(type));
  return (
    <p class={`notice ${ended ? 'notice-strong' : 'notice-changed'}`} role="note">
      {t.document.validityNow('')}
      <Value>{document.validity}</Value>
      {by.length > 0 && (
        <>
          {t.document.see}
          {by.map((one, index) => (
            <span key={one.identifier}>
              {index > 0 && t.document.and}
              <a href={recordUrl(one.kind ?? 'document', one.identifier)}>
                <Said>{t.document.bookTitle(one.title ?? one.identifier)}</Said>
              </a>
            </span>
          ))}
        </>
      )}
      {ended ? t.document.keptForReading : t.document.compareBeforeUse}
    </p>
  );
}
