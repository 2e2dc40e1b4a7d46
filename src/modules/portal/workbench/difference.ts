import { boxText, type FormField } from './form-field.js';

/** A field that differs between what is published and what is proposed. */
export interface Difference {
  field: FormField;
  before: string;
  after: string;
}

/** Field by field, what a submission would change; every filled field for a new record. Pure. */
export function differences(fields: readonly FormField[], published: object | undefined, proposed: object): Difference[] {
  return fields
    .map((field) => ({
      field,
      before: published ? boxText(field, published as Record<string, unknown>) : '',
      after: boxText(field, proposed as Record<string, unknown>),
    }))
    .filter(({ before, after }) => before !== after);
}
