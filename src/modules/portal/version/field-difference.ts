import { type InputFields, plainBody, type RecordKind } from '../../catalog/index.js';
import { boxText, comparedFields } from '../workbench/form-field.js';
import { type TextDifference, textDifference } from './text-difference.js';

/** A field that differs between two revisions. */
export interface FieldDifference {
  /** Name of the field. */
  name: string;
  difference: TextDifference;
}

/** Field by field what differs, the texts paragraph by paragraph; what differs in markup alone does not. Pure. */
export function fieldDifferences(kind: RecordKind, before: InputFields, after: InputFields): FieldDifference[] {
  return comparedFields(kind).flatMap((field) => {
    const text = (input: InputFields) => (field.name === 'body' ? plainBody(boxText(field, input)) : boxText(field, input));
    const [old, now] = [text(before), text(after)];
    return old === now ? [] : [{ name: field.name, difference: textDifference(old, now) }];
  });
}
