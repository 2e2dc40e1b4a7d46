import type { FormFlaw } from '../component/form-parts.js';
import { useReading } from '../reading/reading.js';

/** The conditions of use, to be accepted. */
export function TermsField({ accepted, flaws }: { accepted: boolean; flaws: readonly FormFlaw[] }) {
  const { t } = useReading();
  const wrong = flaws.find(({ field }) => field === 'acceptsTerms')?.message;
  return (
    <fieldset class="work-ticks">
      <legend>
        {t.access.terms}
        <span class="required">{`（${t.common.required}）`}</span>
      </legend>
      {wrong && (
        <p class="wrong" id="acceptsTerms-wrong">
          {wrong}
        </p>
      )}
      <label>
        <input
          id="acceptsTerms"
          type="checkbox"
          name="acceptsTerms"
          checked={accepted}
          required
          aria-describedby={wrong ? 'acceptsTerms-wrong' : undefined}
          aria-invalid={wrong ? 'true' : undefined}
        />{' '}
        {t.access.acceptsTerms}
      </label>
    </fieldset>
  );
}
