import { SearchBox } from '../component/search-box.js';
import { useReading } from '../reading/reading.js';
import { mainWays } from './main-ways.js';
import type { Site } from './site.js';

/** Whether a page stands under an entry of the navigation. Pure. */
const within = (here: string, href: string): boolean =>
  href.includes('?') ? here.startsWith(href) : here === href || here.startsWith(`${href}/`) || here.startsWith(`${href}?`);

/** Name of the site, the box, and the ways into its parts. */
export function Header({ site, query, readings }: { site: Site; query?: string | null; readings: boolean }) {
  const { t, here } = useReading();
  return (
    <header class="site-header">
      <div class="wrap site-header-row">
        <a class="brand" href="/">
          {site.name} <span class="brand-note">{site.slogan}</span>
        </a>{' '}
        {query !== undefined && <SearchBox query={query} compact />}
        {readings && <Readings />}
      </div>
      <nav class="site-nav" aria-label={t.layout.mainNavigation}>
        <ul class="wrap">
          {mainWays(t).map(([href, label]) => (
            <li key={href}>
              <a href={href} aria-current={within(here, href) ? 'true' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

/** Large and plain or not, and the other language: buttons of a form, so that they work without scripts and are remembered. */
function Readings() {
  const { t, here, care, language } = useReading();
  return (
    <form class="readings" action="/reading" method="post" aria-label={t.layout.readings}>
      <input type="hidden" name="to" value={here} />
      <button type="submit" name="set" value={care ? 'plain' : 'care'}>
        {care ? t.layout.careOff : t.layout.careOn}
      </button>
      <button type="submit" name="set" value={language === 'zh' ? 'en' : 'zh'} lang={language === 'zh' ? 'en' : 'zh-CN'}>
        {t.layout.otherLanguage}
      </button>
    </form>
  );
}
