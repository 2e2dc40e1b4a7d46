import type { NamedFilter, SearchInput } from '../../search/index.js';
import { Chinese, Value } from '../component/chinese.js';
import { Section } from '../component/section.js';
import { useReading } from '../reading/reading.js';
import { FacetLabel } from './facets.js';
import { askLink, toggleLink } from './search-link.js';

interface NothingFoundProps {
  input: SearchInput;
  /** The filters that are on: one of them may be what leaves nothing. */
  filters: readonly NamedFilter[];
  /** The search without any. */
  clear: string;
  /** What many ask for. */
  popular: readonly string[];
}

/** What one can do when nothing was found: ask for less, look around, or ask for it. */
export function NothingFound({ input, filters, clear, popular }: NothingFoundProps) {
  const { t } = useReading();
  return (
    <>
      <Section id="try" title={t.results.tryAgain}>
        <ul class="dots">
          <li>{t.results.shorter}</li>
          {filters.map((filter) => (
            <li key={filter.facet + filter.value}>
              {t.results.without}
              <a rel="nofollow" href={toggleLink(input, filter.facet, { ...filter, selected: true })}>
                <Value>{filter.group}</Value> <FacetLabel facet={filter.facet} value={filter} />
              </a>
            </li>
          ))}
          {filters.length > 1 && (
            <li>
              <a rel="nofollow" href={clear}>
                {t.results.withoutAll}
              </a>
            </li>
          )}
          <li>
            {t.results.browse} <a href="/departments">{t.home.byDepartment}</a> · <a href="/#topics">{t.home.topics}</a> ·{' '}
            <a href="/site-map">{t.layout.siteMap}</a>
          </li>
          {popular.length > 0 && (
            <li>
              {t.results.popular}
              {popular.map((words) => (
                <span key={words}>
                  <a href={`/search?q=${encodeURIComponent(words)}`}>
                    <Chinese>{words}</Chinese>
                  </a>{' '}
                </span>
              ))}
            </li>
          )}
        </ul>
      </Section>
      <Section id="ask" title={t.results.askTitle} tone="quiet">
        <p>{t.results.askLead}</p>
        <p class="actions">
          <a class="button" rel="nofollow" href={askLink(input)}>
            {t.results.ask}
          </a>
        </p>
        <p class="note">{t.results.request}</p>
      </Section>
    </>
  );
}
