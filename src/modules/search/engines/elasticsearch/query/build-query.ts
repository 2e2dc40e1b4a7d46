import type { estypes } from '@elastic/elasticsearch';
import type { FieldOrder } from '../../../condition.js';
import type { EngineQuery, SearchSort } from '../../../search-engine.js';
import type { MatchPlan } from '../../match-plan.js';
import { isFieldOrder, USUAL_FACET_VALUES } from '../../checked-query.js';
import { closeness } from './closeness.js';
import { conditionQuery } from './condition-query.js';
import { coverFilter, strictFilter } from './cover-filter.js';
import { facetCounts, placeFilters } from './facet-counts.js';
import { FAVOURED_SHARE } from '../../preference-score.js';
import { named } from './explanation.js';
import { boosted, inForce, preferred, recent } from './priors.js';
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
/** Scores cannot be negative; a share of nearly nothing stands behind all others. */
const BURIED = 0.000_001;

const SORT: Record<SearchSort, estypes.SortCombinations[]> = {
  relevance: [{ _score: { order: 'desc' } }, { recordId: { order: 'desc' } }],
  newest: [{ publishedOn: { order: 'desc' } }, { recordId: { order: 'desc' } }],
  updated: [{ modifiedOn: { order: 'desc' } }, { recordId: { order: 'desc' } }],
  title: [{ titleSort: { order: 'asc' } }, { recordId: { order: 'asc' } }],
};

const FIELDS: Record<FieldOrder['by'], string> = {
  identifier: 'identifier',
  title: 'titleSort',
  createdAt: 'createdAt',
  updatedAt: 'updatedAt',
  publishedOn: 'publishedOn',
};

function sortOf(sort: SearchSort | FieldOrder): estypes.SortCombinations[] {
  if (!isFieldOrder(sort)) return SORT[sort];
  const order = sort.descending ? ('desc' as const) : ('asc' as const);
  // An index of the layout before knows not all of them, until the new one takes over.
  return [{ [FIELDS[sort.by]]: { order, unmapped_type: 'keyword' } }, { identifier: { order } }];
}

/** The body of one search: what matches, how it is scored, ordered, narrowed and counted. Pure. */
export function buildQuery(input: QueryInput): estypes.SearchRequest {
  const { asked, plan } = input;
  const filters = filtersOf(asked);
  const { after } = placeFilters(filters, asked.facets);
  return {
    query: matching(input),
    ...(after.length > 0 ? { post_filter: { bool: { filter: after } } } : {}),
    ...(asked.facets.length > 0 ? { aggs: facetCounts(asked.facets, filters, asked.facetLimit ?? USUAL_FACET_VALUES) } : {}),
    sort: sortOf(asked.sort),
    size: asked.limit,
    ...(asked.offset ? { from: asked.offset } : {}),
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
  const { pinned = [], buried = [] } = asked.preferences ?? {};
  const either = [...words, ...identifiers];
  if (pinned.length > 0 && !plan.everything && (either.length > 0 || plan.restriction === '')) either.push({ ids: { values: pinned } });
  if (!plan.everything && either.length === 0 && plan.restriction === '') return { match_none: {} };
  const found: Query = {
    bool: {
      filter: [
        ...before,
        ...(asked.where === undefined ? [] : [conditionQuery(asked.where)]),
        ...phraseFilters(asked.query.phrases),
        // Without any filter only records that score would match.
        either.length === 0 ? { match_all: {} } : { bool: { should: either, minimum_should_match: 1 } },
      ],
      must_not: exclusions(asked.query),
      should: asked.sort === 'relevance' ? scoring(asked, plan, frequencies, identifiers) : [],
      minimum_should_match: 0,
    },
  };
  if (buried.length === 0 || asked.sort !== 'relevance') return found;
  return { boosting: { positive: found, negative: { ids: { values: buried } }, negative_boost: BURIED } };
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
  const part = (name: string, queries: Query[]) =>
    asked.explain ? queries.map((query, index) => named(query, `${name}-${index}`)) : queries;
  return [
    ...part(
      'number',
      identifiers.map((filter): Query => ({ constant_score: { filter, boost: IDENTIFIER_SCORE } })),
    ),
    ...plan.groups.map((group, index) => groupScore(group, frequencies, `group-${index}`)),
    ...part('closeness', closeness(plan.groups, WEIGHTS.closeness)),
    ...part('title', plan.everything ? [] : titleScore(asked.query.text, plan.groups, full, WEIGHTS.title)),
    ...part('boost', boosted(asked.query.boosts, WEIGHTS.boost * full)),
    ...part('validity', [inForce(WEIGHTS.inForce * full)]),
    ...part('recency', [recent(asked.today, WEIGHTS.recency * full)]),
    ...part('preference', preferred(asked.preferences, FAVOURED_SHARE * full)),
  ];
}
