import { useReading } from '../reading/reading.js';
import { Chinese } from './chinese.js';

export interface TocEntry {
  id: string;
  title: string;
  /** 1 for chapters, 2 below them. */
  level?: 1 | 2;
}

/** Contents of a long text. */
export function Toc({ entries }: { entries: readonly TocEntry[] }) {
  const { t } = useReading();
  return (
    <nav class="toc" aria-label={t.common.contents}>
      <ol>
        {entries.map(({ id, title, level = 1 }) => (
          <li key={id} class={`toc-${level}`}>
            <a href={`#${id}`}>
              <Chinese>{title}</Chinese>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
