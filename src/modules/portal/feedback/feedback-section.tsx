import { FEEDBACK_DAYS, type PublishedFeedback, RECORD_FEEDBACK_KINDS } from '../../feedback/index.js';
import { Badge } from '../component/badge.js';
import { Chinese } from '../component/chinese.js';
import { WebLink } from '../component/fields.js';
import { Section } from '../component/section.js';
import { useReading } from '../reading/reading.js';
import { feedbackUrl } from './feedback-address.js';

/** How many stand open. */
const OPEN = 5;

interface FeedbackSectionProps {
  record: { kind: 'dataset' | 'document'; identifier: string };
  /** The newest answer first. */
  published: readonly PublishedFeedback[];
}

/** What people said about a record and the department answered, what was made with it, and the ways to say something. */
export function FeedbackSection({ record, published }: FeedbackSectionProps) {
  const { t } = useReading();
  const reuses = published.filter(({ kind }) => kind === 'reuse');
  const said = published.filter(({ kind }) => kind !== 'reuse');
  return (
    <>
      {reuses.length > 0 && (
        <Section id="reuse" title={t.feedback.reuses}>
          <Shown entries={reuses} />
        </Section>
      )}
      <Section id="feedback" title={t.feedback.section}>
        {said.length > 0 ? <Shown entries={said} /> : <p class="note">{t.feedback.none}</p>}
        <ul class="feedback-ways">
          {RECORD_FEEDBACK_KINDS.map((kind) => (
            <li key={kind}>
              <a rel="nofollow" href={feedbackUrl(record, kind)}>
                {t.feedback.acts[kind]}
              </a>
            </li>
          ))}
        </ul>
        <p class="note">{t.feedback.sectionLead(FEEDBACK_DAYS.question)}</p>
      </Section>
    </>
  );
}

/** The newest at once, the rest behind a fold. */
function Shown({ entries }: { entries: readonly PublishedFeedback[] }) {
  const { t } = useReading();
  const earlier = entries.slice(OPEN);
  return (
    <>
      <List entries={entries.slice(0, OPEN)} />
      {earlier.length > 0 && (
        <details>
          <summary>{t.feedback.earlier(earlier.length)}</summary>
          <List entries={earlier} />
        </details>
      )}
    </>
  );
}

function List({ entries }: { entries: readonly PublishedFeedback[] }) {
  return (
    <ul class="feedback-list">
      {entries.map((entry) => (
        <li key={entry.number}>
          <Entry entry={entry} />
        </li>
      ))}
    </ul>
  );
}

function Entry({ entry }: { entry: PublishedFeedback }) {
  const { t } = useReading();
  const { kind, title, address, text, submittedOn, answer, answeredOn, departmentName, confirmed } = entry;
  return (
    <>
      <p class="note">
        <Badge>{t.feedback.kinds[kind]}</Badge> {t.feedback.submittedOn(submittedOn)}
        {confirmed && (
          <>
            {' '}
            <Badge tone="changed">{t.feedback.confirmed}</Badge>
          </>
        )}
      </p>
      {title && (
        <p class="feedback-title" dir="auto">
          <Chinese>{address ? <WebLink href={address}>{title}</WebLink> : title}</Chinese>
        </p>
      )}
      <Said>{text}</Said>
      {answer && (
        <div class="feedback-answer">
          <AnsweredBy department={departmentName} date={answeredOn} said={t.feedback.answered} />
          <Said>{answer}</Said>
        </div>
      )}
    </>
  );
}

/** Who answered, and when. */
export function AnsweredBy({ department, date, said }: { department: string | null; date: string | null; said: string }) {
  return (
    <p class="note">
      {department && <Chinese>{department}</Chinese>} {date} {said}
    </p>
  );
}

/** What somebody wrote, line by line, in whichever direction it reads. */
export function Said({ children }: { children: string }) {
  return (
    <p class="kept-lines" dir="auto">
      <Chinese>{children}</Chinese>
    </p>
  );
}
