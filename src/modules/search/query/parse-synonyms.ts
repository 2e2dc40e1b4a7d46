import { normaliseText } from '../analysis/index.js';

const split = (text: string, by: RegExp) =>
  text
    .split(by)
    .map((term) => normaliseText(term.trim()))
    .filter(Boolean);

/**
 * Synonym lines: `official | official <= everyday, everyday` leads one way, `term = term` both ways.
 * The answer maps each phrase to what it may also be called.
 */
export function parseSynonyms(lines: readonly string[]): Map<string, string[]> {
  const synonyms = new Map<string, string[]>();
  const add = (from: string, to: readonly string[]) => {
    const known = synonyms.get(from) ?? [];
    synonyms.set(from, [...new Set([...known, ...to.filter((term) => term !== from)])]);
  };
  for (const line of lines) {
    if (line.includes('<=')) {
      const [official = '', everyday = ''] = line.split('<=', 2);
      for (const phrase of split(everyday, /[,，]/)) add(phrase, split(official, /\|/));
    } else {
      const terms = split(line, /=/);
      for (const term of terms) add(term, terms);
    }
  }
  return synonyms;
}
