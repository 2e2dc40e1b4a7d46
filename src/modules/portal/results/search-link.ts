import { type Facet, FACETS, type SearchInput } from '../../search/index.js';

type Change = Partial<Omit<SearchInput, 'limit'>>;

/** Address of the search that differs by `change`; a change of anything but the page starts at the first page. */
export function searchLink(input: SearchInput, change: Change = {}): string {
  const next = { ...input, cursor: null, ...change };
  const parameters = new URLSearchParams();
  if (next.q) parameters.set('q', next.q);
  for (const name of FACETS) for (const value of next[name]) parameters.append(name, value);
  if (next.sort !== 'relevance') parameters.set('sort', next.sort);
  if (next.cursor) parameters.set('cursor', next.cursor);
  const query = parameters.toString();
  return query ? `/search?${query}` : '/search';
}

/** The feed of a search: the newest first, whatever the order of the page. */
export const feedLink = (input: SearchInput): string => searchLink(input, { sort: 'relevance' }).replace('/search', '/search.atom');

/** The same search with a facet value added, or taken away when it is chosen. */
export function toggleLink(input: SearchInput, facet: Facet, value: string): string {
  const chosen = input[facet];
  return searchLink(input, { [facet]: chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value] });
}

export function isFacetName(name: string): name is Facet {
  return (FACETS as readonly string[]).includes(name);
}
