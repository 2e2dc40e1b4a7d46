import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';
import { useReading } from '../reading/reading.js';

interface MessagePageProps {
  site: Site;
  title: string;
  sentence: string;
  requestId?: string;
  /** What may have been looked for, to search for it. */
  words?: string;
  /** A page on which people can mend it. */
  mend?: { path: string; label: string };
}

/** A page that has one thing to say, an error or that a record was withdrawn, and leads on. */
export function MessagePage({ site, title, sentence, requestId, words, mend }: MessagePageProps) {
  const { t } = useReading();
  return (
    <Page site={site} title={title} path="/" hidden query="">
      <div class="message">
        <h1>{title}</h1>
        <p class="lead">{sentence}</p>
        {mend && (
          <p>
            <a class="button" href={mend.path}>
              {mend.label}
            </a>
          </p>
        )}
        <h2>{t.message.tryNext}</h2>
        <ul class="dots">
          {words && (
            <li>
              <a href={`/search?q=${encodeURIComponent(words)}`}>{t.message.searchFor(words)}</a>
            </li>
          )}
          <li>{t.message.searchAgain}</li>
          <li>
            <a href="/">{t.message.toHome}</a>
          </li>
          <li>
            <a href="/departments">{t.message.toDepartments}</a>
          </li>
          <li>
            <a href="/site-map">{t.message.toMap}</a>
          </li>
        </ul>
        {requestId && (
          <p class="note">
            {t.common.requestId(requestId)} {t.message.report}
          </p>
        )}
      </div>
    </Page>
  );
}
