import type { estypes } from '@elastic/elasticsearch';
import type { EngineQuery, SearchSort } from '../../../search-engine.js';
import type { MatchPlan } from '../../match-plan.js';
import { closeness } from './closeness.js';
import { coverFilter, strictFilter } from './cover-filter.js';
import { facetCounts, placeFilters } from './facet-counts.js';
import { boosted, inForce, recent } from './priors.js';
import { exclusions, identifierQueries, phraseFilters } from './restrictions.js';
import { titleScore } from './title-score.js';
import { type Frequencies, groupScore } from './word-clause.js';

type Query = estypes.QueryDslQueryContainer;

export interface QueryInput {
  asked: EngineQuery;
  plan: MatchPlan;
  frequencies: Frequencies;
  /** Least share of the query's rarity that a record covers; `all` asks for every required group. */
  cover: 'all' | number;
  /** Sort values of the last hit of the page before. */
  after?: estypes.SortResults;
}

/** Shares of the query's whole rarity that each part of the score may add. */
const WEIGHTS = {
  closeness: 0.25,
  title: { said: 0.25, alike: 0.5, nearlyAll: 0.4, exact: 0.4, work: 1 },
  boost: 0.5,
  inForce: 0.15,
  recency: 0.02,
};
/** Identifier hits stand above everything that words can score. */
const IDENTIFIER_SCORE = 10_000;

const SORT: Record<SearchSort, estypes.SortCombinations[]> = {
  relevance: [{ _score: { order: 'desc' } }, { recordId: { order: 'desc' } }],
  newest: [{ publishedOn: { order: 'desc' } }, { recordId: { order: 'desc' } }],
  updated: [{ modifiedOn: { order: 'desc' } }, { recordId: { order: 'desc' } }],
  title: [{ titleSort: { order: 'asc' } }, { recordId: { order: 'asc' } }],
};

/** The body of one search: what matches, how it is scored, ordered, narrowed and counted. Pure. */
export function buildQuery(input: QueryInput): estypes.SearchRequest {
  const { asked, plan } = input;
  const filters = filtersOf(asked);
  const { after } = placeFilters(filters, asked.facets);
  return {
    query: matching(input),
    ...(after.length > 0 ? { post_filter: { bool: { filter: after } } } : {}),
    ...(asked.facets.length > 0 ? { aggs: facetCounts(asked.facets, filters) } : {}),
    sort: SORT[asked.sort],
    size: asked.limit,
    track_total_hits: true,
    _source: false,
    docvalue_fields: ['identifier'],
    ...(input.after ? { search_after: input.after } : {}),
    ...(asked.sort === 'relevance' && plan.groups.length > 0 ? { track_scores: true } : {}),
  };
}

/** Counts how many records reach each level of cover, without reading any. */
export function buildLevelCounts(input: Omit<QueryInput, 'cover'>, levels: readonly number[]): estypes.SearchRequest {
  const filters = Object.fromEntries(levels.map((level) => [String(level), coverFilter(input.plan.groups, level)]));
  const { after } = placeFilters(filtersOf(input.asked), input.asked.facets);
  return {
    query: { bool: { filter: [matching({ ...input, cover: levels.at(-1)! }), ...after] } },
    aggs: { levels: { filters: { filters } } },
    size: 0,
    track_total_hits: true,
  };
}

export function filtersOf({ query, filters }: EngineQuery) {
  return [...query.filters, ...filters].filter(({ values }) => values.length > 0);
}

function matching({ asked, plan, frequencies, cover }: QueryInput): Query {
  const { before } = placeFilters(filtersOf(asked), asked.facets);
  const words = plan.everything || plan.groups.length === 0 ? [] : [wordFilter(plan, cover)];
  const identifiers = identifierQueries(asked.query.identifiers);
  const either = [...words, ...identifiers];
  if (!plan.everything && either.length === 0 && plan.restriction === '') return { match_none: {} };
  return {
    bool: {
      filter: [
        ...before,
        ...phraseFilters(asked.query.phrases),
        ...(either.length === 0 ? [] : [{ bool: { should: either, minimum_should_match: 1 } }]),
      ],
      must_not: exclusions(asked.query),
      should: asked.sort === 'relevance' ? scoring(asked, plan, frequencies, identifiers) : [],
      minimum_should_match: 0,
    },
  };
}

function wordFilter(plan: MatchPlan, cover: QueryInput['cover']): Query {
  if (cover !== 'all') return coverFilter(plan.groups, cover);
  return { bool: { filter: strictFilter(plan.groups) } };
}

function scoring(asked: EngineQuery, plan: MatchPlan, frequencies: Frequencies, identifiers: Query[]): Query[] {
  const full = Math.max(
    plan.groups.reduce((sum, { importance, idf }) => sum + importance * idf, 0),
    1,
  );
  return [
    ...identifiers.map((filter): Query => ({ constant_score: { filter, boost: IDENTIFIER_SCORE } })),
    ...plan.groups.map((group, index) => groupScore(group, frequencies, `group-${index}`)),
    ...closeness(plan.groups, WEIGHTS.closeness),
    ...(plan.everything ? [] : titleScore(asked.query.text, plan.groups, full, WEIGHTS.title)),
    ...boosted(asked.query.boosts, WEIGHTS.boost * full),
    inForce(WEIGHTS.inForce * full),
    ...recent(asked.today, WEIGHTS.recency * full),
  ];
}
