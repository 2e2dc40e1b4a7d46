import { Chinese } from '../component/chinese.js';
import { type Figure, Figures } from '../component/figures.js';
import { Section } from '../component/section.js';
import { useReading } from '../reading/reading.js';

/** How the departments keep their duties: figures, and what is due next. */
export interface HomeStanding {
  figures: readonly Figure[];
  deadlines: readonly HomeDeadline[];
}

/** Something that has to be done by a day. */
export interface HomeDeadline {
  /** What has to be done. */
  duty: string;
  /** The record with which it has to be done. */
  title?: string;
  href: string;
  /** `YYYY-MM-DD`. */
  on: string;
}

/** The figures with ways behind them; nothing where there are none. */
export function Standing({ standing }: { standing?: HomeStanding }) {
  const { t } = useReading();
  if (!standing || (standing.figures.length === 0 && standing.deadlines.length === 0)) return <></>;
  return (
    <Section id="standing" title={t.home.standing}>
      {standing.figures.length > 0 && <Figures figures={standing.figures} />}
      {standing.deadlines.length > 0 && (
        <>
          <h3>{t.home.deadlines}</h3>
          <ul class="newest">
            {standing.deadlines.map(({ duty, title, href, on }) => (
              <li key={href + on}>
                <span>
                  <a href={href}>{title ? <Chinese>{title}</Chinese> : duty}</a> {title && <span class="note">{duty}</span>}
                </span>{' '}
                <time dateTime={on}>{on}</time>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href="/transparency">{t.home.moreStanding}</a>
      </p>
    </Section>
  );
}
