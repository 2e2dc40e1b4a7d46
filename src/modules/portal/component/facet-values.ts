import type { Facet, FacetGroup, FacetValue } from '../../search/index.js';

/** The values of a facet with how many records have each; none while the search engine is away. Pure. */
export const facetValues = (groups: readonly FacetGroup[] | undefined, facet: Facet): readonly FacetValue[] =>
  groups?.find(({ name }) => name === facet)?.values ?? [];

/** How many records of a kind there are. Pure. */
export const countOfKind = (groups: readonly FacetGroup[] | undefined, kind: 'dataset' | 'document'): number =>
  facetValues(groups, 'kind').find(({ value }) => value === kind)?.count ?? 0;
