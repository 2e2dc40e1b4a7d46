import { type AppError } from '../../kernel/app-error.js';
import type { FormFlaw } from '../component/form-parts.js';
import type { Reading } from '../reading/reading.js';
import { sentenceOf } from '../reading/sentence-of.js';

/** What a form is told: of each field, or one sentence for the whole. */
export interface Refusal {
  flaws: FormFlaw[];
  sentence?: string;
}

/** An error as the form says it, in the language of its reader; the same flaw of a field once. Pure. */
export function refusalOf(error: AppError, reading: Reading): Refusal {
  const { t } = reading;
  const labels = t.feedback.labels;
  const known = (error.details.fields ?? []).filter(({ field }) => Object.hasOwn(labels, field));
  if (known.length === 0) return { flaws: [], sentence: sentenceOf(error, reading) };
  const flaws = known.map(({ field, message: said }) => ({ field, message: t.feedback.flaw(field as keyof typeof labels, said) }));
  return { flaws: flaws.filter((flaw, index) => flaws.findIndex((each) => each.message === flaw.message) === index) };
}
