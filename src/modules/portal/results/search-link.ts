import { type Facet, FACETS, type SearchInput } from '../../search/index.js';

/** `from` is how many results stand on the pages before. */
type Change = Partial<Omit<SearchInput, 'limit'>> & { from?: number };

/** Address of the search that differs by `change`; a change of anything but the page starts at the first page. */
export function searchLink(input: SearchInput, change: Change = {}): string {
  const next = { ...input, cursor: null, ...change };
  const parameters = new URLSearchParams();
  if (next.q) parameters.set('q', next.q);
  for (const name of FACETS) for (const value of next[name]) parameters.append(name, value);
  if (next.sort !== 'relevance') parameters.set('sort', next.sort);
  if (next.cursor) {
    parameters.set('cursor', next.cursor);
    if (change.from) parameters.set('from', String(change.from));
  }
  const query = parameters.toString();
  return query ? `/search?${query}` : '/search';
}

/** How many results stand before this page, as its address says; undefined when that cannot be. Pure. */
export function resultsBefore(said: unknown, { cursor }: Pick<SearchInput, 'cursor'>): number | undefined {
  if (!cursor) return 0;
  return typeof said === 'string' && /^[1-9]\d{0,6}$/.test(said) ? Number(said) : undefined;
}

/** The same search at another place of this site, from its first result. Pure. */
const elsewhere = (input: SearchInput, place: string, change: Change = {}): string => searchLink(input, change).replace('/search', place);

/** The feed of a search: the newest first, whatever the order of the page. */
export const feedLink = (input: SearchInput): string => elsewhere(input, '/search.atom', { sort: 'relevance' });

/** The results as a file, in the order of the page. */
export const exportLink = (input: SearchInput, format: 'csv' | 'xlsx'): string => elsewhere(input, `/search.${format}`);

/** Where mail about new results of a search can be asked for. */
export const mailLink = (input: SearchInput): string => elsewhere(input, '/subscriptions/new', { sort: 'relevance' });

/** Where one can ask for what a search did not find. */
export const askLink = ({ q }: Pick<SearchInput, 'q'>): string => {
  const words = q?.trim().slice(0, 200);
  return words ? `/ask?q=${encodeURIComponent(words)}` : '/ask';
};

/** The same search with a facet value added, or taken away when it is chosen; it may have been chosen by its code or its name. */
export function toggleLink(
  input: SearchInput,
  facet: Facet,
  { value, label, selected }: { value: string; label: string; selected: boolean },
): string {
  const chosen = input[facet];
  return searchLink(input, { [facet]: selected ? chosen.filter((one) => !same(one, value) && !same(one, label)) : [...chosen, value] });
}

/** Formats may be written in capitals. */
const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

export function isFacetName(name: string): name is Facet {
  return (FACETS as readonly string[]).includes(name);
}
