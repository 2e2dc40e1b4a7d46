import type { DisclosureEntry } from '../../disclosure/index.js';
import { Badge } from '../component/badge.js';
import { Chinese } from '../component/chinese.js';
import { useReading } from '../reading/reading.js';

interface EntryListProps {
  entries: readonly DisclosureEntry[];
  /** Whose they are is only said where it may be anybody's. */
  issuers: boolean;
}

/** Titles with their dates, as the prescribed form has it. */
export function EntryList({ entries, issuers }: EntryListProps) {
  const { t } = useReading();
  return (
    <ul class="disclosure-list">
      {entries.map(({ identifier, title, url, publishedOn, documentNumber, departmentName, current }) => {
        const note = [documentNumber, issuers ? departmentName : null].filter(Boolean).join(' · ');
        return (
          <li key={identifier}>
            <a href={url}>
              <Chinese>
                <bdi>{title}</bdi>
              </Chinese>
            </a>
            {publishedOn && <time dateTime={publishedOn}>{publishedOn}</time>}
            {(note || !current) && (
              <span class="note">
                {!current && <Badge tone="ended">{t.disclosure.ended}</Badge>} <Chinese>{note}</Chinese>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
