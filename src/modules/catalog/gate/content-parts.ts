import type { ContentPart } from './finding.js';
import { cleanBody, isHtml, plainBody } from '../write/body-text.js';
import type { Draft } from '../write/draft.js';

/** Numbers and codes: only what is never part of one is looked for in them. */
const CODES = new Set(['identifier', 'resourceCode', 'providerCode', 'indexNumber', 'target', 'relatedCodes']);
/** What the system reckons itself. */
const COMPUTED = new Set(['sha256', 'byteSize', 'rowCount']);

/** Every text of a draft that people will read, with the path of its field. */
export function contentParts({ input }: Draft): ContentPart[] {
  return textsIn(input, '', false).map((part) => (part.field === 'body' ? { ...part, text: shownBody(part.text) } : part));
}

/** The words of a body as it will be shown, cells apart. */
function shownBody(body: string): string {
  return isHtml(body) ? plainBody(cleanBody(body).replace(/<\/t[dh]>/g, '\t')) : body;
}

function textsIn(value: unknown, field: string, code: boolean): ContentPart[] {
  // The name of a file is part of its address; what stands before it is a hash.
  if (typeof value === 'string' && /\.path$/.test(field)) return [{ field, text: value.split(/[\\/]/).at(-1)! }];
  if (typeof value === 'string') return value === '' ? [] : [{ field, text: value, ...(code ? { code } : {}) }];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, `${field}[${index}]`, code));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    COMPUTED.has(name) ? [] : textsIn(member, field ? `${field}.${name}` : name, CODES.has(name)),
  );
}
