import type { AttachedFile } from '../catalog/index.js';
import type { TextAnalyzer } from './analysis/index.js';
import { normaliseText } from './analysis/normalised-text.js';
import { snippet } from './highlight/index.js';
import type { TermGroup } from './query/analysed-query.js';

/** The file in which the words of a query stand that its record lacks, with the passage. */
export interface AttachmentHit {
  title: string;
  url: string;
  /** Escaped HTML with `<mark>`. */
  snippet: string;
}

/** A long text is searched piece by piece; a passage is cut out of one. */
const PIECE = 50_000;
const OVERLAP = 200;

/** Words of the groups of a query of which nothing stands in a text. Pure. */
export function lackingTerms(groups: readonly TermGroup[], text: string): Set<string> {
  const said = normaliseText(text);
  const lacking = groups.filter(
    ({ importance, alternatives }) => importance >= 1 && !alternatives.some(({ tokens }) => tokens.every((token) => said.includes(token))),
  );
  return new Set(lacking.flatMap(({ alternatives }) => alternatives.flatMap(({ tokens }) => tokens)));
}

/** The first file with any of the words, and the passage with most of them; null when none has any. */
export function attachmentHit(
  files: readonly AttachedFile[],
  texts: ReadonlyMap<string, string>,
  terms: ReadonlySet<string>,
  analyzer: TextAnalyzer,
  length: number,
): AttachmentHit | null {
  for (const { title, url, sha256 } of files) {
    const text = texts.get(sha256) ?? '';
    for (let start = 0; start < text.length; start += PIECE) {
      const piece = text.slice(start, start + PIECE + OVERLAP);
      const said = normaliseText(piece);
      if (![...terms].some((term) => said.includes(term))) continue;
      const passage = snippet(piece, analyzer, terms, { length });
      if (passage.includes('<mark>')) return { title, url, snippet: passage };
    }
  }
  return null;
}
