import type { estypes } from '@elastic/elasticsearch';
import type { ScorePart } from '../../../search-engine.js';

type Query = estypes.QueryDslQueryContainer;

/** The same query under a name, by which the answer gives what it added. */
export function named(query: Query, name: string): Query {
  if (query.constant_score) return { constant_score: { ...query.constant_score, _name: name } };
  if (query.match) {
    const [[field, match]] = Object.entries(query.match) as [[string, object]];
    return { match: { [field]: { ...match, _name: name } as estypes.QueryDslMatchQuery } };
  }
  return query;
}

/** Parts of a score, summed over the clauses of each; groups of words are named `group-0`, `group-1` … */
export function readExplanation(matched: Record<string, number>): ScorePart[] {
  const parts = new Map<string, number>();
  for (const [name, value] of Object.entries(matched)) {
    const part = name.replace(/-\d+$/, '').replace(/^group$/, 'words');
    parts.set(part, (parts.get(part) ?? 0) + value);
  }
  return [...parts].map(([part, value]) => ({ part, value }));
}
