import type { Facet, FacetValue, SearchAnswer } from '../../search/index.js';

/** The values of a facet with how many records have each; none while there is no answer. Pure. */
export const facetValues = (answer: SearchAnswer | undefined, facet: Facet): readonly FacetValue[] =>
  answer?.facets.find(({ name }) => name === facet)?.values ?? [];

/** How many records of a kind were found. Pure. */
export const countOfKind = (answer: SearchAnswer | undefined, kind: 'dataset' | 'document'): number =>
  facetValues(answer, 'kind').find(({ value }) => value === kind)?.count ?? 0;
