import { isWellKnownStem } from './document-number-stem.js';
import type { ParsedDocumentNumber } from './document-number-form.js';
import { foldText } from './folded-text.js';
import { scanDocumentNumbers, type FoundDocumentNumber } from './scan-document-numbers.js';

const SPACE = /(?<!\d)\s+|\s+(?!\d)/gu;
const OUTSIDE = /^[\s,.;:，。；：、（）()〔〕《》"“”]*$/u;

/** Finds document numbers in running text and in what searchers type; ordinary years and quantities are left alone. */
export function findDocumentNumbers(text: string): FoundDocumentNumber[] {
  const whole = spacedOut(text);
  return whole ? [whole] : scanDocumentNumbers(text);
}

/** Reads a text that is one document number and nothing else. */
export function parseDocumentNumber(text: string): ParsedDocumentNumber | undefined {
  return onlyNumber(text.replace(SPACE, ''))?.parsed;
}

/** Normal form for display; several numbers in one field are each put in normal form, a text without any stays as written. */
export function normaliseDocumentNumber(text: string): string {
  const parsed = parseDocumentNumber(text);
  if (parsed) return parsed.value;
  const original = text.normalize('NFKC').trim();
  let rest = 0;
  let result = '';
  for (const found of scanDocumentNumbers(original).filter(({ partial }) => !partial)) {
    result += original.slice(rest, found.index) + found.value;
    rest = found.index + found.text.length;
  }
  return result + original.slice(rest);
}

/** One key for all ways of writing a number, for lookup and uniqueness; a text that names no number is its own key. */
export function documentNumberKey(text: string): string {
  return documentNumberKeys(text)[0] ?? foldText(text).text.replace(/\s/gu, '').toLowerCase();
}

/** Keys of all the numbers that one field holds, for joint documents and lists. */
export function documentNumberKeys(text: string): string[] {
  const parsed = parseDocumentNumber(text);
  return parsed ? [parsed.key] : [...new Set(findDocumentNumbers(text).map(({ key }) => key))];
}

/** `国 发 〔2016〕 51 号`: spaces between the letters of one well-known number. */
function spacedOut(text: string): FoundDocumentNumber | undefined {
  if (!/\S\s+\S/u.test(text)) return undefined;
  const found = onlyNumber(text.replace(SPACE, ''));
  if (!found || !(isWellKnownStem(found.parsed.stem) || found.key.startsWith('国令/'))) return undefined;
  return { ...found, text: text.trim(), index: text.length - text.trimStart().length };
}

function onlyNumber(text: string): FoundDocumentNumber | undefined {
  const [found, ...others] = scanDocumentNumbers(text);
  if (!found || found.partial || others.length) return undefined;
  const outside = text.slice(0, found.index) + text.slice(found.index + found.text.length);
  return OUTSIDE.test(outside) || /^文件?$/u.test(outside) ? found : undefined;
}
