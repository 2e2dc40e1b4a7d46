import { recordUrl } from '../../catalog/index.js';
import { ANSWER_DAYS, applyPageUrl, MOST_MONTHS } from '../../data/index.js';
import type { AppError } from '../../kernel/app-error.js';
import { Chinese } from '../component/chinese.js';
import { ErrorSummary, InputField } from '../component/form-parts.js';
import { COLUMNS } from '../layout/column.js';
import { columnMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';
import { useReading } from '../reading/reading.js';
import { type Form, textOf } from '../workbench/form-text.js';
import { TermsField } from './terms-field.js';

/** What is applied for. */
export interface Applying {
  site: Site;
  identifier: string;
  title: string;
}

/** The form with which anybody applies to use data that is open on conditions. */
export function ApplyPage({
  site,
  identifier,
  title,
  condition,
  form,
  error,
}: Applying & { condition?: string | null; form: Form; error?: AppError }) {
  const { t } = useReading();
  const value = (name: string) => textOf(form, name) ?? undefined;
  const flaws = (error?.details.fields ?? []).map(({ field, message }) => ({ field, message: t.access.wrong(field, message) }));
  return (
    <Page
      site={site}
      title={t.access.title(title)}
      path={applyPageUrl(identifier)}
      hidden
      query=""
      meta={columnMeta(COLUMNS.dataset)}
      crumbs={[
        { label: t.layout.data, href: '/search?kind=dataset' },
        { label: title, href: recordUrl('dataset', identifier), said: true },
        { label: t.dataset.apply },
      ]}
    >
      <h1>{t.access.title(title)}</h1>
      {error && <ErrorSummary flaws={flaws} sentence={t.access.refused(error.message, error.details.english)} />}
      <p>
        <a href={recordUrl('dataset', identifier)}>{t.access.thisData}</a>
        {t.access.lead(ANSWER_DAYS)}
      </p>
      {condition && (
        <p>
          <strong>{t.access.condition}</strong> <Chinese>{condition}</Chinese>
        </p>
      )}
      <form class="work-form" action={applyPageUrl(identifier)} method="post" noValidate>
        <InputField
          name="organisation"
          label={t.access.organisation}
          value={value('organisation')}
          required
          maxLength={100}
          autoComplete="organization"
          flaws={flaws}
        />
        <InputField
          name="contact"
          label={t.access.contact}
          help={t.access.contactHelp}
          value={value('contact')}
          required
          maxLength={200}
          autoComplete="off"
          flaws={flaws}
        />
        <InputField
          name="purpose"
          label={t.access.purpose}
          help={t.access.purposeHelp}
          value={value('purpose')}
          required
          lines={4}
          maxLength={2000}
          flaws={flaws}
        />
        <InputField
          name="months"
          label={t.access.months}
          help={t.access.monthsHelp(MOST_MONTHS)}
          value={value('months') ?? '12'}
          type="number"
          required
          flaws={flaws}
        />
        <InputField name="key" label={t.access.key} help={t.access.keyHelp} type="password" autoComplete="new-password" flaws={flaws} />
        <TermsField accepted={form.acceptsTerms === 'on'} flaws={flaws} />
        <button type="submit">{t.access.submit}</button>
      </form>
    </Page>
  );
}
