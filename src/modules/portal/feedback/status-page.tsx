import type { Department } from '../../department/index.js';
import type { FeedbackStatus } from '../../feedback/index.js';
import { Chinese } from '../component/chinese.js';
import { Fields, WebLink } from '../component/fields.js';
import { Section } from '../component/section.js';
import { COLUMNS } from '../layout/column.js';
import { columnMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';
import { useReading } from '../reading/reading.js';
import { AnsweredBy, Said } from './feedback-section.js';
import { FormalRequest } from './formal-request.js';

interface StatusPageProps {
  site: Site;
  feedback: FeedbackStatus;
  /** Path of the page itself, which only whoever submitted knows. */
  path: string;
  /** The department of a demand, with its unit for formal requests. */
  department?: Department;
}

/** How something submitted stands, for whoever holds its address. */
export function StatusPage({ site, feedback, path, department }: StatusPageProps) {
  const { t } = useReading();
  const { status, kinds, states } = t.feedback;
  const { number, kind, state, dueOn, overdue, recordTitle, recordUrl, departmentName, answer, answeredOn } = feedback;
  const waiting = state === 'waiting';
  return (
    <Page
      site={site}
      title={status.title(number)}
      path={path}
      hidden
      query=""
      meta={columnMeta(COLUMNS.ask)}
      crumbs={[{ label: status.title(number) }]}
    >
      <h1>{status.title(number)}</h1>
      <p class="notice">{status.keep}</p>
      <Section id="state" title={states[state]}>
        <Fields
          fields={[
            [status.number, number],
            [status.kind, kinds[kind]],
            [status.submitted, feedback.submittedOn],
            [status.due, waiting && (overdue ? status.late(dueOn) : status.dueBy(dueOn))],
            [
              status.record,
              recordUrl && (
                <a href={recordUrl}>
                  <Chinese>{recordTitle}</Chinese>
                </a>
              ),
            ],
            [status.department, departmentName ? <Chinese>{departmentName}</Chinese> : waiting && status.nobodyYet],
          ]}
        />
        {waiting && feedback.mailed && <p class="note">{status.mailed}</p>}
        {feedback.confirmed && <p>{t.feedback.confirmed}</p>}
        {feedback.published && <p>{status.isPublic}</p>}
      </Section>
      {answer && (
        <Section id="answer" title={state === 'declined' ? status.reason : status.answer}>
          <Said>{answer}</Said>
          <AnsweredBy
            department={departmentName}
            date={answeredOn}
            said={state === 'declined' ? t.feedback.declined : t.feedback.answered}
          />
        </Section>
      )}
      <Section id="yours" title={status.yours}>
        {feedback.title && (
          <p class="feedback-title" dir="auto">
            <Chinese>{feedback.address ? <WebLink href={feedback.address}>{feedback.title}</WebLink> : feedback.title}</Chinese>
          </p>
        )}
        <Said>{feedback.text}</Said>
      </Section>
      {kind === 'demand' && <FormalRequest departments={department ? [department] : []} />}
    </Page>
  );
}
