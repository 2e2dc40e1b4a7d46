import type { RecordKind } from '../../catalog/index.js';
import type { SearchInput } from '../../search/index.js';

/** Where a feed lies. */
export interface FeedAddress {
  /** Without the site and the page: names the list in its cursors. */
  path: string;
  id: string;
  /** The page for people. */
  alternate: string;
  page: (cursor?: string) => string;
}

/** The feed of a part of the catalog. Pure. */
export function feedAddress(base: string, { department, topic }: { department?: string; topic?: string }, kind?: RecordKind): FeedAddress {
  const part = department ? `/departments/${encodeURIComponent(department)}` : topic ? `/topics/${encodeURIComponent(topic)}` : '';
  const path = `${part}/feed.atom${kind ? `?kind=${kind}` : ''}`;
  const asked = new URLSearchParams({ ...(department ? { department } : {}), ...(topic ? { topic } : {}), ...(kind ? { kind } : {}) });
  const alternate = asked.size === 0 ? '/' : department && !kind ? part : `/search?${asked.toString()}`;
  return addressOf(base, path, alternate);
}

/** What a search need not say. */
const ABSENT: Record<string, unknown> = { sort: 'newest', limit: 20 };
const NOT_OF_THE_LIST = new Set(['cursor', 'explain', 'q']);

/** The feed of a search; the same search has one address, whatever order its parameters came in. Pure. */
export function searchAddress(base: string, input: SearchInput): FeedAddress {
  const asked = new URLSearchParams(input.q ? { q: input.q } : {});
  for (const [name, value] of Object.entries(input) as [string, string | number | string[] | null | undefined][]) {
    if (NOT_OF_THE_LIST.has(name) || value === null || value === undefined || ABSENT[name] === value) continue;
    for (const one of Array.isArray(value) ? value : [value]) asked.append(name, String(one));
  }
  const query = asked.toString();
  // Pages for people have an order of their own when none is named.
  const forPeople = new URLSearchParams(asked);
  forPeople.delete('limit');
  forPeople.set('sort', input.sort);
  return addressOf(base, query ? `/search.atom?${query}` : '/search.atom', `/search?${forPeople.toString()}`);
}

function addressOf(base: string, path: string, alternate: string): FeedAddress {
  const id = base + path;
  const page = (cursor?: string) => (cursor ? `${id}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}` : id);
  return { path, id, alternate: base + alternate, page };
}
