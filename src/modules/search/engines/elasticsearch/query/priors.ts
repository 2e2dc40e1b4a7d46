import type { estypes } from '@elastic/elasticsearch';
import type { FacetBoost } from '../../../query/analysed-query.js';
import type { Preferences } from '../../../search-engine.js';
import { pinnedScore } from '../../preference-score.js';

type Query = estypes.QueryDslQueryContainer;

/** Published this year or in the two before; finer steps would cost more than they tell. */
const RECENT_YEARS = 2;

/** Facet values that the query names. */
export function boosted(boosts: readonly FacetBoost[], weight: number): Query[] {
  return boosts.map(({ facet, value, weight: own }) => constant({ term: { [`facet.${facet}`]: value } }, weight * own));
}

/** In force before repealed: everything else is raised, so that no score is negative. */
export function inForce(weight: number): Query {
  return constant({ term: { inForce: true } }, weight);
}

export function recent(today: string, weight: number): Query {
  const year = Number(today.slice(0, 4));
  return constant({ range: { publishedYear: { gte: year - RECENT_YEARS } } }, weight);
}

/** What editors pinned, in their order, and what readers open. */
export function preferred(preferences: Preferences | undefined, favoured: number): Query[] {
  if (!preferences) return [];
  const ids = (recordId: string): Query => ({ ids: { values: [recordId] } });
  return [
    ...preferences.pinned.map((recordId, index) => constant(ids(recordId), pinnedScore(index))),
    ...preferences.favoured.map(({ recordId, share }) => constant(ids(recordId), favoured * share)),
  ];
}

function constant(filter: Query, boost: number): Query {
  return { constant_score: { filter, boost: Math.max(boost, 0.0001) } };
}
