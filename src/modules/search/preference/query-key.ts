import { normaliseText } from '../analysis/normalised-text.js';

const LONGEST = 200;

/** One key for all typings of a query: half width, lower case, simplified, without punctuation and spaces. */
export function queryKey(text: string): string {
  return normaliseText(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, LONGEST);
}
