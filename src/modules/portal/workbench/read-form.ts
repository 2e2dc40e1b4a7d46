import { DatasetInput, DocumentInput, type Draft, type RecordKind } from '../../catalog/index.js';
import { AppError, invalidField } from '../../kernel/app-error.js';
import { validate } from '../../kernel/field/index.js';
import { type Form, textOf } from './form-text.js';

export { type Form, textOf, ticksOf } from './form-text.js';

export const kindOf = (value: unknown): RecordKind => (value === 'dataset' ? 'dataset' : 'document');

/** The version that the page showed. */
export function versionOf(form: Form): number {
  const version = Number(textOf(form, 'version') ?? 0);
  return Number.isSafeInteger(version) ? version : 0;
}

/** @throws AppError VALIDATION_FAILED naming the fields */
export function draftFrom(kind: RecordKind, values: Form): Draft {
  return kind === 'dataset' ? { kind, input: validate(DatasetInput, values) } : { kind, input: validate(DocumentInput, values) };
}

/** The draft that a form begins, and on whose behalf. @throws AppError VALIDATION_FAILED naming the fields */
export function newDraft(
  kind: RecordKind,
  { department, ...values }: Form,
  form: Form,
): [Draft, { department: string | null; formedOn: string | null }] {
  return [draftFrom(kind, values), { department: typeof department === 'string' ? department : null, formedOn: textOf(form, 'formedOn') }];
}

/** What a person can be told; anything else goes on as it came. */
export function refused(error: unknown): AppError {
  if (error instanceof AppError) return error;
  throw error;
}

/** A time of a form, which is Beijing's. */
export function instantOf(text: string | null): Date | null {
  if (text === null) return null;
  const at = new Date(`${text}+08:00`);
  if (Number.isNaN(at.getTime())) throw invalidField('publishAt', '定时发布的时间不是真实的时间');
  return at;
}
