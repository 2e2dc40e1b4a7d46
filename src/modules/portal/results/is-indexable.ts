import { FACETS, type SearchAnswer, type SearchInput } from '../../search/index.js';

/**
 * Whether other search engines may list a page of results: words of the catalog, all of them found, without filters.
 * Any other is kept from them: bots would walk every combination, and whoever links to a search for an advertisement
 * would have it listed under the name of the government. Pure.
 */
export function isIndexable(
  input: SearchInput,
  { total, relaxed, suggestion }: Pick<SearchAnswer, 'total' | 'relaxed' | 'suggestion'>,
): boolean {
  const narrowed = FACETS.some((name) => input[name].length > 0) || input.sort !== 'relevance' || Boolean(input.cursor);
  return !narrowed && total.value > 0 && relaxed.length === 0 && !suggestion;
}
