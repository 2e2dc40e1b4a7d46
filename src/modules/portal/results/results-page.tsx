import { type NamedFilter, type SearchAnswer, SearchInput } from '../../search/index.js';
import { Spaced } from '../component/spaced.js';
import { numberText } from '../component/number-text.js';
import { Pager } from '../component/pager.js';
import { COLUMNS } from '../layout/column.js';
import { columnMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';
import { useReading } from '../reading/reading.js';
import { Subscribe } from '../subscription/subscribe.js';
import { Chosen } from './chosen.js';
import { Facets } from './facets.js';
import { Hit } from './hit.js';
import { isIndexable } from './is-indexable.js';
import { NothingFound } from './nothing-found.js';
import { feedLink, searchLink } from './search-link.js';
import { Understanding } from './understanding.js';

const SORTS = ['relevance', 'newest', 'updated', 'title'] as const;

export interface ResultsPageProps {
  site: Site;
  input: SearchInput;
  answer: SearchAnswer;
  /** The filters that are on. */
  filters?: readonly NamedFilter[];
  /** How many results stand on the pages before, when that is known. */
  before?: number;
  /** What many ask for, for who found nothing. */
  popular?: readonly string[];
  /** Opened results are counted. */
  counted: boolean;
  /** This site sends mail. */
  mail: boolean;
}

/** Results, what the box understood, and ways to narrow. */
export function ResultsPage({ site, input, answer, filters = [], before, popular = [], counted, mail }: ResultsPageProps) {
  const { t } = useReading();
  const q = input.q?.trim() ?? '';
  const total = answer.total.value;
  const title = q ? t.results.resultsOf(q.slice(0, 30)) : t.results.everything;
  const clear = searchLink(Object.assign(new SearchInput(), { q: input.q, sort: input.sort }));
  const faceted = answer.facets.length > 0;
  return (
    <Page
      site={site}
      title={title}
      path={searchLink(input)}
      description={t.results.description(q, numberText(total))}
      hidden={!isIndexable(input, answer)}
      query={q}
      meta={columnMeta(COLUMNS.search)}
      feed={feedLink(input)}
    >
      <h1 class="visually-hidden">{title}</h1>
      {faceted && (
        <p class="skips">
          <a class="skip" href="#results">
            {t.results.skipToResults}
          </a>{' '}
          <a class="skip" href="#filters">
            {t.results.skipToFilters}
          </a>
        </p>
      )}
      <div class={faceted ? 'search-layout' : undefined}>
        {faceted && <Facets input={input} facets={answer.facets} chosen={filters.length} />}
        <div class="results" id="results" tabIndex={-1}>
          <Count answer={answer} before={before} />
          <Chosen input={input} filters={filters} clear={clear} />
          <Understanding input={input} answer={answer} />
          {total > 0 && <Sorts input={input} />}
          {answer.hits.length > 0 && (
            <ol class="hits" start={before ? before + 1 : undefined} data-clicks={counted && q ? q : undefined}>
              {answer.hits.map((hit) => (
                <Hit key={hit.identifier} hit={hit} />
              ))}
            </ol>
          )}
          {total === 0 && <NothingFound input={input} filters={filters} clear={clear} popular={popular} />}
          <Pager
            first={input.cursor ? searchLink(input) : undefined}
            next={
              answer.nextCursor
                ? searchLink(input, {
                    cursor: answer.nextCursor,
                    from: before === undefined ? undefined : before + answer.hits.length,
                  })
                : undefined
            }
          />
          {total > 0 && <Subscribe input={input} mail={mail} />}
        </div>
      </div>
    </Page>
  );
}

/** How many were found, and which of them stand here. */
function Count({ answer: { total, hits }, before }: { answer: SearchAnswer; before?: number }) {
  const { t } = useReading();
  if (total.value === 0) {
    return (
      <p class="result-count" role="status">
        {t.results.nothing}
      </p>
    );
  }
  const last = before === undefined ? 0 : before + hits.length;
  return (
    <p class="result-count" role="status">
      {t.results.found} <strong>{numberText(total.value)}</strong> {t.results.records(total.value)}
      {before !== undefined && hits.length > 0 && last <= total.value && hits.length < total.value && (
        <span class="note">{t.results.range(numberText(before + 1), numberText(last))}</span>
      )}
    </p>
  );
}

function Sorts({ input }: { input: SearchInput }) {
  const { t } = useReading();
  return (
    <nav class="sorts" aria-label={t.results.sorts}>
      <Spaced>
        {SORTS.map((sort) => (
          <a key={sort} rel="nofollow" href={searchLink(input, { sort })} aria-current={input.sort === sort ? 'true' : undefined}>
            {t.results.sort[sort]}
          </a>
        ))}
      </Spaced>
    </nav>
  );
}
