import type { NamedFilter, SearchInput } from '../../search/index.js';
import { Value } from '../component/chinese.js';
import { Icon } from '../component/icon.js';
import { useReading } from '../reading/reading.js';
import { FacetLabel } from './facets.js';
import { toggleLink } from './search-link.js';

/** The filters that are on; each can be taken off, and all of them at once. */
export function Chosen({ input, filters, clear }: { input: SearchInput; filters: readonly NamedFilter[]; clear: string }) {
  const { t, language } = useReading();
  const nameOf = ({ facet, value, label }: NamedFilter) => (facet === 'year' && language === 'en' ? value : (t.value[label] ?? label));
  if (filters.length === 0) return <></>;
  return (
    <div role="group" aria-label={t.results.chosen}>
      <ul class="pieces chosen">
        {filters.map((filter) => (
          <li key={filter.facet + filter.value}>
            <span>
              <span class="piece-type">
                <Value>{filter.group}</Value>
              </span>{' '}
              <FacetLabel facet={filter.facet} value={filter} />
            </span>
            <a
              rel="nofollow"
              href={toggleLink(input, filter.facet, { ...filter, selected: true })}
              aria-label={t.results.remove(nameOf(filter))}
            >
              <Icon name="close" />
            </a>
          </li>
        ))}
        {filters.length > 1 && (
          <li class="bare">
            <a rel="nofollow" href={clear}>
              {t.results.clearAll}
            </a>
          </li>
        )}
      </ul>
    </div>
  );
}
