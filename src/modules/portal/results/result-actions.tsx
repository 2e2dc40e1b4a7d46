import type { SearchInput } from '../../search/index.js';
import { Icon, type IconName } from '../component/icon.js';
import { useReading } from '../reading/reading.js';
import { exportLink, feedLink, mailLink } from './search-link.js';

/** The results as a feed, by mail and as a file; the same words and filters as the page. */
export function ResultActions({ input }: { input: SearchInput }) {
  const { t } = useReading();
  const ways: [href: string, label: string, icon: IconName][] = [
    [mailLink(input), t.results.mail, 'mail'],
    [feedLink(input), t.results.atom, 'bell'],
    [exportLink(input, 'csv'), t.results.csv, 'download'],
    [exportLink(input, 'xlsx'), t.results.excel, 'download'],
  ];
  return (
    <nav class="result-actions" aria-label={t.results.takeAway}>
      <ul>
        {ways.map(([href, label, icon]) => (
          <li key={href}>
            <a rel="nofollow" href={href}>
              <Icon name={icon} /> {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
