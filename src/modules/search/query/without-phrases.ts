import type { AnalysedQuery } from './analysed-query.js';

/** The query with its quoted words as words like others, for when they stand nowhere as quoted; and what was quoted. */
export function withoutPhrases(query: AnalysedQuery): { query: AnalysedQuery; dropped: string[] } {
  const quoted = query.phrases.map((tokens) => tokens.join(''));
  const groups = query.phrases.map((tokens, index) => ({
    text: quoted[index]!,
    importance: 1,
    alternatives: [{ tokens, weight: 1, source: 'typed' as const }],
  }));
  const interpretation = query.interpretation.filter(({ type }) => type !== 'phrase');
  return {
    query: { ...query, groups: [...query.groups, ...groups], phrases: [], interpretation },
    dropped: quoted.map((text) => `“${text}”`),
  };
}
