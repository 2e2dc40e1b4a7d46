import type { Condition, CountedFacet, FieldOrder } from './condition.js';
import type { FacetCounts, SearchSort } from './search-engine.js';

/** What a surface asks that pages by number. */
export interface FindQuestion {
  /** Understood as in the search box; empty for everything that the condition allows. */
  q: string;
  where?: Condition;
  sort: SearchSort | FieldOrder;
  /** 0 to 100,000. */
  offset: number;
  /** 0 to 1000. */
  limit: number;
  facets: CountedFacet[];
  /** 1 to 10,000; 100 when not said. */
  facetLimit?: number;
}

/** What was found: which records, not what they say; one withdrawn this moment may be among them. */
export interface FindAnswer {
  total: number;
  identifiers: string[];
  facets: FacetCounts;
}
