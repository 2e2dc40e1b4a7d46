import type { SearchInput } from '../../search/index.js';
import { Icon, type IconName } from '../component/icon.js';
import { useReading } from '../reading/reading.js';
import { exportLink, feedLink, mailLink } from '../results/search-link.js';

/** Ways to follow a search and to take its results along; `mail` tells whether this site sends mail. */
export function Subscribe({ input, mail }: { input: SearchInput; mail: boolean }) {
  const { t } = useReading();
  const ways: [IconName, string, string][] = [
    ['bell', feedLink(input), t.subscription.atom],
    ...(mail ? [['mail', mailLink(input), t.subscription.mail] as [IconName, string, string]] : []),
    ['download', exportLink(input, 'csv'), t.subscription.csv],
    ['table', exportLink(input, 'xlsx'), t.subscription.excel],
  ];
  return (
    <nav class="subscribe" aria-label={t.subscription.ways}>
      <ul class="ways">
        {ways.map(([icon, href, label]) => (
          <li key={href}>
            <a href={href} rel="nofollow">
              <Icon name={icon} />
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
