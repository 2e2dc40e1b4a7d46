import { domainToASCII } from 'node:url';

/** Line breaks, other control characters and marks that reorder text. */
const UNSAFE = /[\p{Cc}\p{Cf}\u2028\u2029]+/gu;
const LONGEST = 200;

/** A text as it may stand in a header: one line whatever was in it, so that nobody adds headers of their own by a title. Pure. */
export function headerText(text: string): string {
  const line = text.replace(UNSAFE, ' ').replace(/\s+/gu, ' ').trim();
  const characters = [...line];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : line;
}

const ADDRESS = /^[^\s<>,;:"'()[\]\\@]{1,64}@([^\s<>,;:"'()[\]\\@]{1,255})$/u;
/** Labels with points between them. */
const DOMAIN = /^[a-z0-9-]+(\.[a-z0-9-]+)*$/;

/** Whether it is one address and nothing beside it: no signs that nobody sees, and a domain that names can be looked up of. Pure. */
export function isAddress(text: string): boolean {
  const domain = ADDRESS.exec(text)?.[1];
  return domain !== undefined && !/[\p{Cc}\p{Cf}]/u.test(text) && DOMAIN.test(domainToASCII(domain));
}
