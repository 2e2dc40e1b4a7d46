import { useReading } from '../reading/reading.js';

/** Ways to the other pages of a list. */
export function Pager({ first, previous, next }: { first?: string; previous?: string; next?: string }) {
  const { t } = useReading();
  if (!first && !previous && !next) return <></>;
  return (
    <nav class="pages" aria-label={t.common.pages}>
      {first && (
        <a rel="nofollow" href={first}>
          {t.common.firstPage}
        </a>
      )}
      {previous && (
        <a rel="prev nofollow" href={previous}>
          {t.common.previousPage}
        </a>
      )}
      {next && (
        <a class="next" rel="next nofollow" href={next}>
          {t.common.nextPage}
        </a>
      )}
    </nav>
  );
}
