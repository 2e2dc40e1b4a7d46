import type { Document, RelatedRecord } from '../../../catalog/index.js';
import { RecordLinks } from '../../component/relations.js';

const ENDING = new Set(['repeals', 'replaces']);
const CHANGING = new Set(['repeals', 'replaces', 'amends']);

/** Says first what a reader must know: that the text is no longer, or no longer wholly, in force, and which document did it. */
export function ValidityNotice({ document, related }: { document: Document; related: RelatedRecord[] }) {
  const { validity, repealedOn, expiresOn } = document;
  const by = (types: ReadonlySet<string>) => related.filter(({ incoming, type }) => incoming && types.has(type));
  if (!validity) return <></>;
  if (/修改/.test(validity))
    return <Notice tone="changed" words="本文件已被修改，请与修改它的文件一并阅读" reasons={by(CHANGING)} after="以下为原文。" />;
  if (/失效|过期/.test(validity))
    return (
      <Notice
        tone="ended"
        words={expiresOn ? `本文件有效期至 ${expiresOn}，已经失效` : '本文件已经失效'}
        reasons={by(ENDING)}
        after="正文保留，供查阅。"
      />
    );
  if (/废止/.test(validity))
    return (
      <Notice
        tone="ended"
        words={repealedOn ? `本文件已于 ${repealedOn} 废止` : '本文件已经废止'}
        reasons={by(ENDING)}
        after="正文保留，供查阅。"
      />
    );
  return <></>;
}

function Notice({
  tone,
  words,
  reasons,
  after,
}: {
  tone: 'ended' | 'changed';
  words: string;
  reasons: readonly RelatedRecord[];
  after: string;
}) {
  return (
    <p class={`notice notice-${tone}`} role="note">
      {words}
      {reasons.length > 0 && (
        <>
          ，见
          <RecordLinks records={reasons} />
        </>
      )}
      。{after}
    </p>
  );
}
