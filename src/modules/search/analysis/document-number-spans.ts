import { findDocumentNumbers } from '../../kernel/identifier/index.js';
import type { Token } from './token.js';

/** What every document number contains; looking at these windows alone keeps long texts fast. */
const HINT = /(?:〔|\[|\(|【)?\s*(?:19|20)\d{2}\s*(?:〕|\]|\)|】|年)?\s*第?\s*\d{1,5}\s*号|第\s*\d{1,5}\s*号/g;
const BEFORE = 24;
const AFTER = 6;

/** Document numbers that stand whole in a normalised text, as one token each: the key that is equal for every way of writing the number. */
export function documentNumberSpans(text: string): Token[] {
  if (!text.includes('号')) return [];
  const spans: Token[] = [];
  for (const { 0: hint, index } of text.matchAll(HINT)) {
    const from = Math.max(spans.at(-1)?.end ?? 0, index - BEFORE);
    if (from > index) continue;
    const window = text.slice(from, index + hint.length + AFTER);
    for (const found of findDocumentNumbers(window)) {
      const start = from + found.index;
      const end = start + found.text.length;
      if (found.partial || start > index + hint.length || end <= index || start < (spans.at(-1)?.end ?? 0)) continue;
      spans.push({ token: found.key, start, end });
    }
  }
  return spans;
}
