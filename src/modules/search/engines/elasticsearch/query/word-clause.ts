import type { estypes } from '@elastic/elasticsearch';
import { inverseFrequency, type PlannedAlternative, type PlannedGroup } from '../../match-plan.js';

type Query = estypes.QueryDslQueryContainer;

/** How much a word in each field counts; BM25 is computed over all of them as if they were one. */
const FIELDS = ['title^5', 'keywords^3', 'items^1', 'organizations^1', 'abstract^1.5', 'body^1'];

/** What a word in an attachment counts of one in the record itself. */
const ATTACHMENT_SHARE = 0.2;

/** What the index knows of words: how many records it has and how many of them have each word. */
export interface Frequencies {
  total: number;
  of: ReadonlyMap<string, number>;
}

/** True for records that have all words of any alternative. */
export function hasGroup({ alternatives }: PlannedGroup): Query {
  return anyOf(alternatives.map(({ tokens }) => hasWords(tokens, 'vocabulary')));
}

export function hasWords(tokens: readonly string[], field: string): Query {
  const terms = [...new Set(tokens)].map((token): Query => ({ term: { [field]: token } }));
  return terms.length === 1 ? terms[0]! : { bool: { filter: terms } };
}

export function anyOf(queries: Query[]): Query {
  return queries.length === 1 ? queries[0]! : { bool: { should: queries, minimum_should_match: 1 } };
}

/** BM25 of a group by its best alternative, which never counts for more than the group is rare. */
export function groupScore(group: PlannedGroup, frequencies: Frequencies, name?: string): Query {
  const queries = group.alternatives.flatMap((alternative) => alternativeScores(group, alternative, frequencies));
  return { dis_max: { queries, tie_breaker: 0, ...(name === undefined ? {} : { _name: name }) } };
}

/** In the record itself, and in its attachments: the better one counts, so that attachments change nothing where the record says it. */
function alternativeScores(group: PlannedGroup, { tokens, weight, idf }: PlannedAlternative, { total, of }: Frequencies): Query[] {
  const unique = [...new Set(tokens)];
  const own = unique.reduce((sum, token) => sum + inverseFrequency(total, of.get(token) ?? 0), 0);
  const boost = (group.importance * weight * idf) / Math.max(own, 0.01);
  const query = unique.join(' ');
  return [
    { combined_fields: { query, fields: FIELDS, operator: 'and', boost: Math.max(boost, 0.0001) } },
    { match: { attachments: { query, operator: 'and', boost: Math.max(boost * ATTACHMENT_SHARE, 0.0001) } } },
  ];
}
