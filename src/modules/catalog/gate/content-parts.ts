import type { ContentPart } from './finding.js';
import { plainBody } from '../write/body-text.js';
import type { Draft } from '../write/draft.js';

/** Fields that hold codes, hashes and numbers of the system, in which digits mean nothing. */
const CODES = new Set(['identifier', 'sha256', 'byteSize', 'resourceCode', 'providerCode', 'indexNumber', 'target', 'rowCount']);

/** Every text of a draft that people will read, with the path of its field. */
export function contentParts({ input }: Draft): ContentPart[] {
  return textsIn(input, '').map(({ field, text }) => ({ field, text: field === 'body' ? plainBody(text) : text }));
}

function textsIn(value: unknown, field: string): ContentPart[] {
  // The name of a file is part of its address; what stands before it is a hash.
  if (typeof value === 'string' && /\.path$/.test(field)) return [{ field, text: value.split(/[\\/]/).at(-1)! }];
  if (typeof value === 'string') return value === '' ? [] : [{ field, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, `${field}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => (CODES.has(name) ? [] : textsIn(member, field ? `${field}.${name}` : name)));
}
