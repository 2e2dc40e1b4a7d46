import type { FieldError } from '../../kernel/app-error.js';
import { REQUIRED_FIELDS } from '../record/required-field.js';
import type { Draft } from '../write/draft.js';

type Fields = Record<string, unknown>;

const missing = (value: unknown) => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const need = (fields: Fields, names: Record<string, string>): FieldError[] =>
  Object.entries(names)
    .filter(([name]) => missing(fields[name]))
    .map(([field, label]) => ({ field, message: `“${label}”必填` }));

/** What must be completed before a draft can be submitted. Pure. */
export function checkProfile({ kind, input }: Draft): FieldError[] {
  const fields = input as unknown as Fields;
  return [...need(fields, REQUIRED_FIELDS[kind]), ...(kind === 'dataset' ? conditions(fields) : documentRules(fields))];
}

function conditions(fields: Fields): FieldError[] {
  const errors: FieldError[] = [];
  if (/有条件/.test(String(fields.shareType)) && missing(fields.shareCondition))
    errors.push({ field: 'shareCondition', message: '“有条件共享”须写明共享条件' });
  if (/不予/.test(String(fields.shareType)) && missing(fields.shareCondition))
    errors.push({ field: 'shareCondition', message: '“不予共享”须写明法律、行政法规或党中央、国务院政策依据' });
  if (/有条件/.test(String(fields.openness)) && missing(fields.openCondition))
    errors.push({ field: 'openCondition', message: '“有条件开放”须写明开放条件' });
  return errors;
}

function documentRules(fields: Fields): FieldError[] {
  const errors: FieldError[] = [];
  if (missing(fields.body) && missing(fields.attachments)) errors.push({ field: 'body', message: '正文和附件至少有一项' });
  const [written, effective, expires] = [fields.writtenOn, fields.effectiveOn, fields.expiresOn].map((day) =>
    typeof day === 'string' ? day : '',
  );
  if (effective && expires && expires < effective) errors.push({ field: 'expiresOn', message: '有效期早于施行日期' });
  if (written && expires && expires < written) errors.push({ field: 'expiresOn', message: '有效期早于成文日期' });
  return errors;
}
