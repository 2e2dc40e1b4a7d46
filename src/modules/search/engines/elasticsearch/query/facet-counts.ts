import type { estypes } from '@elastic/elasticsearch';
import type { CountedFacet } from '../../../condition.js';
import type { FacetFilter } from '../../../query/analysed-query.js';
import type { FacetCounts } from '../../../search-engine.js';
import { facetFilter } from './restrictions.js';

type Aggregations = Record<string, estypes.AggregationsAggregationContainer>;

/** Where each filter takes effect: before everything, or only after the facets that ignore it were counted. */
export interface PlacedFilters {
  before: estypes.QueryDslQueryContainer[];
  after: estypes.QueryDslQueryContainer[];
}

/** A filter on a facet that is not counted may narrow everything at once. */
export function placeFilters(filters: readonly FacetFilter[], facets: readonly CountedFacet[]): PlacedFilters {
  const counted = new Set<string>(facets);
  return {
    before: filters.filter(({ facet }) => !counted.has(facet)).map(facetFilter),
    after: filters.filter(({ facet }) => counted.has(facet)).map(facetFilter),
  };
}

/** One aggregation a facet, each without its own filter and with all the others. */
export function facetCounts(facets: readonly CountedFacet[], filters: readonly FacetFilter[], most: number): Aggregations {
  const counted = new Set<string>(facets);
  return Object.fromEntries(
    facets.map((facet) => {
      const values = {
        terms: { field: `facet.${facet}`, size: most, order: [{ _count: 'desc' as const }, { _key: 'asc' as const }] },
      };
      const others = filters.filter((filter) => filter.facet !== facet && counted.has(filter.facet)).map(facetFilter);
      return [facet, others.length === 0 ? values : { filter: { bool: { filter: others } }, aggs: { values } }];
    }),
  );
}

interface Buckets {
  buckets?: { key: string; doc_count: number }[];
  values?: Buckets;
}

/** The counts of an answer, most frequent first. */
export function readFacets(aggregations: Record<string, unknown> | undefined, facets: readonly CountedFacet[]): FacetCounts {
  const counted: FacetCounts = {};
  for (const facet of facets) {
    const answer = aggregations?.[facet] as Buckets | undefined;
    counted[facet] = (answer?.values ?? answer)?.buckets?.map(({ key, doc_count }) => ({ value: key, count: doc_count })) ?? [];
  }
  return counted;
}
