import { Value } from '../component/chinese.js';
import { Icon } from '../component/icon.js';
import { useReading } from '../reading/reading.js';
import type { ChosenFilter } from './chosen-filters.js';
import { FacetLabel } from './facets.js';

/** The filters that are on; each can be taken off, and all of them at once. */
export function Chosen({ filters, clear }: { filters: readonly ChosenFilter[]; clear: string }) {
  const { t } = useReading();
  if (filters.length === 0) return <></>;
  return (
    <ul class="pieces chosen" aria-label={t.results.chosen}>
      {filters.map((filter) => (
        <li key={filter.facet + filter.value}>
          <span>
            {filter.group && (
              <span class="piece-type">
                <Value>{filter.group}</Value>
              </span>
            )}{' '}
            <FacetLabel facet={filter.facet} value={filter} />
          </span>
          <a rel="nofollow" href={filter.without} aria-label={t.results.remove(t.value[filter.label] ?? filter.label)}>
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
  );
}
