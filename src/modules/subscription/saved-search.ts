import { createHash } from 'node:crypto';
import { type Facet, FACETS, type SearchConditions, SearchInput } from '../search/index.js';

/** What a search asks for, without what it leaves open. */
export type SavedSearch = { q?: string } & Partial<Record<Facet, string[]>>;

/** The same for the same search, whatever order its parameters came in. Pure. */
export function savedSearchOf(conditions: SearchConditions): SavedSearch {
  const filters = FACETS.flatMap((facet) => {
    const values = [...new Set(conditions[facet])].sort();
    return values.length > 0 ? [[facet, values] as const] : [];
  });
  return { ...(conditions.q ? { q: conditions.q } : {}), ...Object.fromEntries(filters) };
}

/** Names a search. Pure. */
export function searchKeyOf(search: SavedSearch): string {
  // jsonb keeps no order of members.
  const members = [search.q ?? '', ...FACETS.map((facet) => search[facet] ?? [])];
  return createHash('sha256').update(JSON.stringify(members)).digest('hex');
}

/** The parameters of the search, the newest first. Pure. */
export const searchInputOf = (search: SavedSearch): SearchInput => Object.assign(new SearchInput(), search, { sort: 'newest' as const });

/** Path of the page of all that the search finds, the newest first. Pure. */
export function searchPathOf(search: SavedSearch): string {
  const parameters = new URLSearchParams(search.q ? { q: search.q } : {});
  for (const facet of FACETS) for (const value of search[facet] ?? []) parameters.append(facet, value);
  parameters.set('sort', 'newest');
  return `/search?${parameters.toString()}`;
}
