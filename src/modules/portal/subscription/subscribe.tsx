import type { SearchInput } from '../../search/index.js';
import { Icon, type IconName } from '../component/icon.js';
import { useReading } from '../reading/reading.js';
import { feedLink, searchLink } from '../results/search-link.js';

/** Path of the form that subscribes to a search. Pure. */
export const subscribePath = (input: SearchInput): string =>
  searchLink(input, { sort: 'relevance' }).replace('/search', '/subscriptions/new');

/** Path of the file with the results of a search, in the order of the page. Pure. */
export const exportPath = (input: SearchInput, format: 'csv' | 'xlsx' | 'json'): string =>
  searchLink(input).replace('/search', `/search.${format}`);

/** Ways to follow a search and to take its results along; `mail` tells whether this site sends mail. */
export function Subscribe({ input, mail }: { input: SearchInput; mail: boolean }) {
  const { t } = useReading();
  const ways: [IconName, string, string][] = [
    ['bell', feedLink(input), t.subscription.atom],
    ...(mail ? [['mail', subscribePath(input), t.subscription.mail] as [IconName, string, string]] : []),
    ['download', exportPath(input, 'csv'), t.subscription.csv],
    ['table', exportPath(input, 'xlsx'), t.subscription.excel],
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
