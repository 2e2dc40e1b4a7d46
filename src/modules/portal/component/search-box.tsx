import { useReading } from '../reading/reading.js';

/** The one box; works without JavaScript, completes with it. */
export function SearchBox({ query, compact = false }: { query?: string | null; compact?: boolean }) {
  const { t } = useReading();
  const id = compact ? 'q-header' : 'q';
  return (
    <form class={compact ? 'search-box search-box-compact' : 'search-box'} action="/search" method="get" role="search">
      <label class="visually-hidden" for={id}>
        {t.common.searchLabel}
      </label>
      <input
        id={id}
        name="q"
        type="search"
        value={query ?? ''}
        maxLength={500}
        autoComplete="off"
        placeholder={t.common.searchPlaceholder}
        aria-keyshortcuts="/"
        data-suggest={t.common.suggestions}
        data-found={t.common.suggestionsFound('{n}')}
        data-none={t.common.suggestionsNone}
        data-kinds={JSON.stringify(t.common.suggestionKinds)}
      />
      <button type="submit">{t.common.search}</button>
    </form>
  );
}
