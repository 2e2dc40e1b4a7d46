import type { RelatedRecord } from '../../catalog/index.js';

/** Relations from both ends, grouped by how they read from here. */
export function Relations({ related }: { related: readonly RelatedRecord[] }) {
  if (related.length === 0) return <></>;
  const groups = Map.groupBy(related, ({ label }) => label);
  return (
    <section class="section" aria-labelledby="relations">
      <h2 id="relations">相关文件和数据</h2>
      <dl class="relations">
        {[...groups].map(([label, members]) => (
          <div key={label}>
            <dt>{label}</dt>
            {members.map((one) => (
              <dd key={one.type + one.identifier}>
                <RecordLink record={one} />
                {one.partial && '（部分）'}
                {one.note && <span class="note">{one.note}</span>}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Records by title, in a sentence. */
export function RecordLinks({ records }: { records: readonly RelatedRecord[] }) {
  return (
    <>
      {records.map((one, index) => (
        <span key={one.identifier}>
          {index > 0 && '、'}
          <RecordLink record={one} />
        </span>
      ))}
    </>
  );
}

/** The other end of a relation; one that the catalog does not hold cannot be opened. */
function RecordLink({ record: { identifier, title, kind } }: { record: RelatedRecord }) {
  return title && kind ? <a href={`/${kind}s/${encodeURIComponent(identifier)}`}>{title}</a> : <span>{identifier}（本目录未收录）</span>;
}
