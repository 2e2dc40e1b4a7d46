import { useReading } from '../reading/reading.js';
import type { Site } from './site.js';

/** What every page of a government website ends with (《政府网站发展指引》, domain 5.7), as far as the operator has set it. */
export function Footer({ site }: { site: Site }) {
  const { t } = useReading();
  const ways: [string, string][] = [
    ['/about', t.layout.about],
    ['/help', t.layout.help],
    ['/site-map', t.layout.siteMap],
    ['/accessibility', t.layout.accessibility],
    ['/feed.atom', t.layout.feeds],
    ['/docs', t.layout.api],
    ['/workbench', t.layout.workbench],
  ];
  const registered = [site.idCode && t.layout.idCode(site.idCode), site.icp, site.policeRecord].filter(Boolean);
  return (
    <footer class="site-footer">
      <div class="wrap">
        <nav aria-label={t.layout.footerNavigation}>
          <ul>
            {ways.map(([href, label]) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
            {site.errorReportUrl && (
              <li>
                <a href={site.errorReportUrl} rel="noopener">
                  {t.layout.reportError}
                </a>
              </li>
            )}
          </ul>
        </nav>
        <p>{t.layout.promise}</p>
        {site.organiser && <p>{t.layout.organiser(site.organiser)}</p>}
        {site.contact && <p>{t.layout.contact(site.contact)}</p>}
        {(registered.length > 0 || site.markUrl) && (
          <p>
            {registered.join(' · ')}
            {site.markUrl && (
              <>
                {registered.length > 0 && ' · '}
                <a href={site.markUrl} rel="noopener">
                  {t.layout.mark}
                </a>
              </>
            )}
          </p>
        )}
      </div>
    </footer>
  );
}
