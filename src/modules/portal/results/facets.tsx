import type { FacetGroup, SearchInput } from '../../search/index.js';
import { isFacetName, toggleLink } from './search-link.js';

const SHOWN = 8;
const OPEN = new Set(['kind', 'department', 'topic', 'year']);

/** Values to narrow by; each is a link that keeps everything else. */
export function Facets({ input, facets }: { input: SearchInput; facets: FacetGroup[] }) {
  return (
    <aside class="facets" aria-label="筛选">
      {facets.map((group) => (
        <FacetSection key={group.name} input={input} group={group} />
      ))}
    </aside>
  );
}

function FacetSection({ input, group }: { input: SearchInput; group: FacetGroup }) {
  const { name } = group;
  if (!isFacetName(name)) return <></>;
  // What is chosen stays in sight, however rare it is.
  const values = [...group.values.filter(({ selected }) => selected), ...group.values.filter(({ selected }) => !selected)];
  const item = (value: FacetGroup['values'][number]) => (
    <li key={value.value}>
      <a
        class={value.selected ? 'facet facet-on' : 'facet'}
        rel="nofollow"
        href={toggleLink(input, name, value.value)}
        aria-current={value.selected ? 'true' : undefined}
      >
        <span>
          {value.selected && <span class="visually-hidden">已选，点击取消：</span>}
          {value.label}
        </span>
        <span class="facet-count">{value.count.toLocaleString('zh-CN')}</span>
      </a>
    </li>
  );
  return (
    <details class="facet-group" open={OPEN.has(name) || group.values.some(({ selected }) => selected)}>
      <summary>{group.label}</summary>
      <ul>{values.slice(0, SHOWN).map(item)}</ul>
      {values.length > SHOWN && (
        <details class="facet-more">
          <summary>更多（{values.length - SHOWN}）</summary>
          <ul>{values.slice(SHOWN, 60).map(item)}</ul>
        </details>
      )}
    </details>
  );
}
