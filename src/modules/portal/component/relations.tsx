import type { RelatedRecord } from '../../catalog/index.js';

/** Relations from both ends, grouped by how they read from here. */
export function Relations({ related }: { related: RelatedRecord[] }) {
  if (related.length === 0) return <></>;
  const groups = new Map<string, RelatedRecord[]>();
  for (const one of related) groups.set(one.label, [...(groups.get(one.label) ?? []), one]);
  return (
    <section class="panel" aria-labelledby="relations">
      <h2 id="relations">相关文件和数据</h2>
      {[...groups].map(([label, members]) => (
        <div class="relation-group" key={label}>
          <h3>{label}</h3>
          <ul>
            {members.map((one) => (
              <li key={one.type + one.identifier}>
                {one.title ? (
                  <a href={`/${one.kind}s/${encodeURIComponent(one.identifier)}`}>{one.title}</a>
                ) : (
                  `${one.identifier}（未收录）`
                )}
                {one.partial && '（部分）'}
                {one.note && <span class="note">{one.note}</span>}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
