import type { AnalysedQuery } from './analysed-query.js';

/** The query with its quoted words as words like others, for when they stand nowhere as quoted; and what was quoted. */
export function withoutPhrases(query: AnalysedQuery): { query: AnalysedQuery; dropped: string[] } {
  const known = new Set(query.groups.map(({ text }) => text));
  const words = [...new Set(query.phrases.flat())].filter((word) => !known.has(word));
  const groups = words.map((text) => ({ text, importance: 1, alternatives: [{ tokens: [text], weight: 1, source: 'typed' as const }] }));
  const quoted = query.interpretation.filter(({ type }) => type === 'phrase');
  const interpretation = query.interpretation.filter((piece) => !quoted.includes(piece));
  return {
    query: { ...query, groups: [...query.groups, ...groups], phrases: [], interpretation },
    dropped: quoted.map(({ text }) => text),
  };
}
