import { InputField } from '../component/form-parts.js';
import { useReading } from '../reading/reading.js';
import type { PageSpan } from './figure-links.js';

/** Of which months the figures are. */
export function SpanForm({ action, span }: { action: string; span: PageSpan }) {
  const { t } = useReading();
  return (
    <form class="span-form" action={action} method="get" aria-label={t.transparency.span}>
      <InputField name="from" label={t.transparency.from} help={t.transparency.monthHelp} value={span.from} maxLength={7} />
      <InputField name="to" label={t.transparency.to} help={t.transparency.monthHelp} value={span.to} maxLength={7} />
      <button class="button" type="submit">
        {t.transparency.show}
      </button>
    </form>
  );
}
