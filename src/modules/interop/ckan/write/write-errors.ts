import type { RecordKind } from '../../../catalog/index.js';
import { AppError } from '../../../kernel/app-error.js';
import { CKAN } from '../../mapping/column/ckan.js';
import type { Column } from '../../mapping/column/column.js';
import { FACTS } from '../../mapping/facts.js';
import { EXTRA } from '../package/present-package.js';
import { fieldOf } from './package-fields.js';

const COLUMN: Column = CKAN;

/** The same error with the fields named as CKAN has them. Pure. */
export function inCkanWords(error: unknown, kind: RecordKind): unknown {
  if (!(error instanceof AppError) || !error.details.fields) return error;
  const fields = error.details.fields.map(({ field, message }) => {
    const own = /^[a-zA-Z]*/.exec(field)![0];
    if (own === 'identifier') return { field: 'name', message };
    if (own === 'provider' || own === 'issuer') return { field: 'owner_org', message };
    const fact = FACTS.find(({ name }) => fieldOf(name, kind) === own);
    const word = fact && COLUMN[fact.name];
    if (word === undefined) return { field, message };
    if (!word.startsWith(EXTRA)) return { field: word, message: field === own ? message : `${field}：${message}` };
    return { field: 'extras', message: `${word.slice(EXTRA.length)}：${message}` };
  });
  return new AppError(error.code, error.message, { ...error.details, fields });
}
