import { recordUrl } from '../../catalog/index.js';
import { FEEDBACK_DAYS, RECORD_FEEDBACK_KINDS, type RecordFeedbackKind } from '../../feedback/index.js';
import { Chinese } from '../component/chinese.js';
import { ErrorSummary, InputField } from '../component/form-parts.js';
import { COLUMNS } from '../layout/column.js';
import { columnMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';
import { useReading } from '../reading/reading.js';
import { type Form, textOf } from '../workbench/form-text.js';
import { feedbackUrl } from './feedback-address.js';
import { FormEnd } from './form-end.js';
import type { Refusal } from './form-flaws.js';

interface FeedbackFormProps {
  site: Site;
  record: { kind: 'dataset' | 'document'; identifier: string; title: string };
  /** Name of the department that answers, when the record has one. */
  department: string | null;
  what: RecordFeedbackKind;
  /** Whether an answer can be sent by mail. */
  mails: boolean;
  form: Form;
  refusal?: Refusal;
}

/** The form with which anybody asks about a record, corrects it or shows what was made with it. */
export function FeedbackFormPage({ site, record, department, what, mails, form, refusal }: FeedbackFormProps) {
  const { t } = useReading();
  const { acts, formLead, rules, labels } = t.feedback;
  const url = recordUrl(record.kind, record.identifier);
  const flaws = refusal?.flaws;
  const value = (name: string) => textOf(form, name) ?? undefined;
  return (
    <Page
      site={site}
      title={acts[what]}
      path={feedbackUrl(record, what)}
      hidden
      query=""
      meta={columnMeta(COLUMNS[record.kind])}
      crumbs={[{ label: record.title, href: url, said: true }, { label: acts[what] }]}
    >
      <ErrorSummary flaws={flaws ?? []} sentence={refusal?.sentence} />
      <h1>{acts[what]}</h1>
      <p class="lead">{formLead[what]}</p>
      <p>
        <a href={url}>
          <Chinese>{record.title}</Chinese>
        </a>
      </p>
      <ul>
        <li>
          {rules.answeredIn(FEEDBACK_DAYS[what])}
          {department ? <Chinese>{department}</Chinese> : rules.inCharge}
        </li>
        <li>{rules.moderated}</li>
        <li>{rules.privacy}</li>
      </ul>
      <form class="work-form" action={feedbackUrl(record)} method="post">
        <input type="hidden" name="kind" value={what} />
        {what === 'reuse' && (
          <>
            <InputField name="title" label={labels.title} value={value('title')} required maxLength={100} flaws={flaws} />
            <InputField
              name="address"
              label={labels.address}
              help={t.feedback.addressHelp}
              type="url"
              value={value('address')}
              maxLength={500}
              flaws={flaws}
            />
          </>
        )}
        <InputField
          name="text"
          label={labels.text}
          help={t.feedback.textHelp}
          value={value('text')}
          required
          lines={6}
          maxLength={2000}
          flaws={flaws}
        />
        <FormEnd mails={mails} email={value('email')} flaws={flaws} />
      </form>
      <p class="note">
        {t.feedback.others}
        {RECORD_FEEDBACK_KINDS.filter((each) => each !== what).map((each, index) => (
          <span key={each}>
            {index > 0 && ' · '}
            <a rel="nofollow" href={feedbackUrl(record, each)}>
              {acts[each]}
            </a>
          </span>
        ))}
      </p>
    </Page>
  );
}
