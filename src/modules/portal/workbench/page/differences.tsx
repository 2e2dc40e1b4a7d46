import type { Difference } from '../difference.js';

interface DifferencesProps {
  changes: Difference[];
  /** What the two sides are called; without them only what is new is shown. */
  sides?: [before: string, after: string];
}

/** Field by field what changes. */
export function Differences({ changes, sides }: DifferencesProps) {
  if (changes.length === 0) return <p class="note">没有差异。</p>;
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label="逐个字段的内容，可左右滚动">
      <table class="difference">
        {sides && (
          <thead>
            <tr>
              <th scope="col">字段</th>
              <th scope="col">{sides[0]}</th>
              <th scope="col">{sides[1]}</th>
            </tr>
          </thead>
        )}
        <tbody>
          {changes.map(({ field, before, after }) => (
            <tr key={field.name}>
              <th scope="row">{field.label}</th>
              {sides && <td class="before">{before && <del>{before}</del>}</td>}
              <td class="after">{sides ? after && <ins>{after}</ins> : after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
