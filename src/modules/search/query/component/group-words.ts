import { cut, type TextAnalyzer } from '../../analysis/index.js';
import type { TermAlternative, TermGroup } from '../analysed-query.js';
import type { Knowledge } from '../knowledge.js';
import { partsOf } from '../query-text.js';
import { alternative } from './term-alternative.js';

const SYNONYM = 0.8;
const PARTS = 0.6;
const WEAK = 0.3;
const SINGLE_CHARACTER = 0.5;

/** A group for one word or phrase: itself, its official wordings, and its parts. */
export function groupOf(text: string, knowledge: Knowledge, analyzer: TextAnalyzer): TermGroup {
  const typed = alternative(text, 1, 'typed', analyzer);
  const synonyms = (knowledge.synonyms.get(text) ?? []).flatMap((synonym) => [
    alternative(synonym, SYNONYM, 'synonym', analyzer),
    ...inParts(synonym, SYNONYM * PARTS),
  ]);
  return { text, importance: importanceOf(text, knowledge), alternatives: distinct([typed, ...synonyms, ...inParts(text, PARTS)]) };
}

function importanceOf(text: string, knowledge: Knowledge): number {
  if (knowledge.weakWords.has(text)) return WEAK;
  return /^\p{Script=Han}$/u.test(text) ? SINGLE_CHARACTER : 1;
}

/** A compound also as the words within it, all of them; half a compound would mean something else. */
function inParts(text: string, weight: number): TermAlternative[] {
  const words = cut(text).filter((word) => word.length > 1);
  const parts = words.flatMap((word) => (partsOf(word).length > 0 ? partsOf(word) : [word]));
  return parts.length > words.length ? [{ tokens: [...new Set(parts)], weight, source: 'part' }] : [];
}

function distinct(alternatives: readonly TermAlternative[]): TermAlternative[] {
  const best = new Map<string, TermAlternative>();
  for (const candidate of alternatives) {
    const key = [...candidate.tokens].sort().join(' ');
    const known = best.get(key);
    if (candidate.tokens.length > 0 && (!known || known.weight < candidate.weight)) best.set(key, candidate);
  }
  return [...best.values()];
}
