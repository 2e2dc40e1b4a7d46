/** A choice among few, or none. */
export function Select({ name, label, value, options }: { name: string; label: string; value?: string; options: Record<string, string> }) {
  return (
    <label>
      <span>{label}</span>
      <select name={name}>
        <option value="">全部</option>
        {Object.entries(options).map(([key, text]) => (
          <option key={key} value={key} selected={key === value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Leads through the pages of a list. */
export function Pages({ page, pages, url }: { page: number; pages: number; url: (page: number) => string }) {
  if (pages < 2) return <></>;
  return (
    <nav class="pages" aria-label="分页">
      {page > 1 && <a href={url(page - 1)}>上一页</a>}
      <span>
        第 {page} / {pages} 页
      </span>
      {page < pages && (
        <a class="next" href={url(page + 1)}>
          下一页
        </a>
      )}
    </nav>
  );
}
