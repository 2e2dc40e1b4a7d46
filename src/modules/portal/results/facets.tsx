import type { FacetGroup, FacetValue, SearchInput } from '../../search/index.js';
import { Value } from '../component/chinese.js';
import { numberText } from '../component/number-text.js';
import { useReading } from '../reading/reading.js';
import { isFacetName, toggleLink } from './search-link.js';

const SHOWN = 8;
const MOST = 60;
const OPEN = new Set(['kind', 'department', 'topic', 'year']);

interface FacetsProps {
  input: SearchInput;
  facets: FacetGroup[];
  /** Number of filters that are on. */
  chosen: number;
}

/** Values to narrow by, each a link that keeps everything else. Closed on a phone; wide screens show them whatever the element says (search.css). */
export function Facets({ input, facets, chosen }: FacetsProps) {
  const { t } = useReading();
  return (
    <aside class="facets" id="filters" aria-label={t.results.filters} tabIndex={-1}>
      <details class="filters">
        <summary>{chosen > 0 ? t.results.filtersChosen(chosen) : t.results.filters}</summary>
        <div>
          {facets.map((group) => (
            <FacetSection key={group.name} input={input} group={group} />
          ))}
        </div>
      </details>
    </aside>
  );
}

function FacetSection({ input, group }: { input: SearchInput; group: FacetGroup }) {
  const { t } = useReading();
  const { name } = group;
  if (!isFacetName(name)) return <></>;
  // What is chosen stays in sight, however rare it is.
  const values = [...group.values.filter(({ selected }) => selected), ...group.values.filter(({ selected }) => !selected)];
  const item = (value: FacetValue) => (
    <li key={value.value}>
      <a
        class={value.selected ? 'facet facet-on' : 'facet'}
        rel="nofollow"
        href={toggleLink(input, name, value)}
        aria-current={value.selected ? 'true' : undefined}
      >
        <span>
          {value.selected && <span class="visually-hidden">{t.results.pressToRemove}</span>}
          <FacetLabel facet={name} value={value} />
        </span>{' '}
        <span class="facet-count">{numberText(value.count)}</span>
      </a>
    </li>
  );
  return (
    <details class="facet-group" open={OPEN.has(name) || group.values.some(({ selected }) => selected)}>
      <summary>
        <Value>{group.label}</Value>
      </summary>
      <ul>{values.slice(0, SHOWN).map(item)}</ul>
      {values.length > SHOWN && (
        <details class="facet-more">
          <summary>{t.results.moreValues(Math.min(values.length, MOST) - SHOWN)}</summary>
          <ul>{values.slice(SHOWN, MOST).map(item)}</ul>
        </details>
      )}
    </details>
  );
}

/** Name of a value; a year is a number in English. */
export function FacetLabel({ facet, value }: { facet: string; value: { value: string; label: string } }) {
  const { language } = useReading();
  return facet === 'year' && language === 'en' ? <>{value.value}</> : <Value>{value.label}</Value>;
}
