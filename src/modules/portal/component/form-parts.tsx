import type { ComponentChildren } from 'preact';
import { useReading } from '../reading/reading.js';

/** What is wrong with one field of a form. */
export interface FormFlaw {
  /** Name of the field, which is its id too. */
  field: string;
  message: string;
}

/** Everything that is wrong with a form, first on the page, each leading to its field. */
export function ErrorSummary({ flaws, sentence }: { flaws: readonly FormFlaw[]; sentence?: string }) {
  const { t } = useReading();
  if (flaws.length === 0 && !sentence) return <></>;
  return (
    <div class="panel panel-error error-summary" role="alert" tabIndex={-1}>
      <h2>{flaws.length > 0 ? t.common.mend(flaws.length) : sentence}</h2>
      <ul>
        {flaws.map(({ field, message }) => (
          <li key={field + message}>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface InputFieldProps {
  name: string;
  label: string;
  help?: string;
  value?: string;
  required?: boolean;
  /** Lines of text rather than one. */
  lines?: number;
  type?: 'text' | 'email' | 'url' | 'search' | 'number' | 'password';
  maxLength?: number;
  autoComplete?: string;
  flaws?: readonly FormFlaw[];
}

/** One thing to fill in: its label, what helps, and what is wrong with it. */
export function InputField({
  name,
  label,
  help,
  value,
  required = false,
  lines,
  type = 'text',
  maxLength,
  autoComplete,
  flaws = [],
}: InputFieldProps) {
  const { t } = useReading();
  const wrong = flaws.find(({ field }) => field === name)?.message;
  const describedBy = [help && `${name}-help`, wrong && `${name}-wrong`].filter(Boolean).join(' ') || undefined;
  const common = {
    id: name,
    name,
    required,
    maxLength,
    autoComplete,
    'aria-describedby': describedBy,
    'aria-invalid': wrong ? ('true' as const) : undefined,
  };
  return (
    <div class={wrong ? 'work-field work-field-wrong' : 'work-field'}>
      <label for={name}>
        {label}
        {required && <span class="required">{`（${t.common.required}）`}</span>}
      </label>
      {help && (
        <span class="note" id={`${name}-help`}>
          {help}
        </span>
      )}
      {wrong && (
        <span class="wrong" id={`${name}-wrong`}>
          {wrong}
        </span>
      )}
      {lines ? <textarea {...common} rows={lines} defaultValue={value} /> : <input {...common} type={type} value={value} />}
    </div>
  );
}

/** A choice of one among a few, as radio buttons under one legend. */
export function ChoiceField({
  name,
  legend,
  choices,
  value,
}: {
  name: string;
  legend: string;
  choices: readonly { value: string; label: ComponentChildren }[];
  value?: string;
}) {
  return (
    <fieldset class="work-ticks">
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input type="radio" name={name} value={choice.value} checked={choice.value === value} /> {choice.label}
        </label>
      ))}
    </fieldset>
  );
}

/** A field that people do not see and programs fill in. */
export function HoneyPot() {
  const { t } = useReading();
  return (
    <div class="honey" aria-hidden="true">
      <label>
        {t.common.leaveEmpty} <input type="text" name="website" tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  );
}
