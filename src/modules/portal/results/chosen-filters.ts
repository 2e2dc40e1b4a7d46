import { type Facet, type FacetGroup, FACETS, type SearchInput } from '../../search/index.js';
import { searchLink } from './search-link.js';

/** A filter that is on. */
export interface ChosenFilter {
  facet: Facet;
  /** Name of the facet, absent when nothing with any of its values was found. */
  group?: string;
  value: string;
  /** Name of the value, or the value as it stands in the address. */
  label: string;
  /** The search without it. */
  without: string;
}

/** The filters of a search by name, in the order of the facets; those that leave nothing too. Pure. */
export function chosenFilters(input: SearchInput, groups: readonly FacetGroup[]): ChosenFilter[] {
  return FACETS.flatMap((facet) => {
    const group = groups.find(({ name }) => name === facet);
    return [...new Set(input[facet])].map((given) => {
      const known = group?.values.find(({ value, label }) => value === given || label === given);
      return {
        facet,
        group: group?.label,
        value: known?.value ?? given,
        label: known?.label ?? given,
        without: searchLink(input, { [facet]: input[facet].filter((one) => one !== given) }),
      };
    });
  });
}
