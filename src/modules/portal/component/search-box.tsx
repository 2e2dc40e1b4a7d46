/** The one box; works without JavaScript, completes with it. */
export function SearchBox({ query, compact = false }: { query?: string | null; compact?: boolean }) {
  const id = compact ? 'q-header' : 'q';
  return (
    <form class={compact ? 'search-box search-box-compact' : 'search-box'} action="/search" method="get" role="search">
      <label class="visually-hidden" for={id}>
        搜索数据和文件
      </label>
      <input
        id={id}
        name="q"
        type="search"
        value={query ?? ''}
        maxLength={500}
        autoComplete="off"
        placeholder="输入要找的内容：词、问题、文号都可以"
        data-suggest
      />
      <button type="submit">搜索</button>
    </form>
  );
}
