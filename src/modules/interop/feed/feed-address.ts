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

/** The feed of a search. Pure. */
export function searchAddress(base: string, input: SearchInput): FeedAddress {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(input) as [string, unknown][]) {
    if (name === 'cursor' || name === 'explain') continue;
    if (Array.isArray(value)) for (const one of value) asked.append(name, String(one));
    else if (value !== undefined && value !== null && value !== '') asked.set(name, String(value as string | number));
  }
  const query = asked.toString();
  asked.delete('limit');
  return addressOf(base, `/search.atom?${query}`, `/search?${asked.toString()}`);
}

function addressOf(base: string, path: string, alternate: string): FeedAddress {
  const id = base + path;
  const page = (cursor?: string) => (cursor ? `${id}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}` : id);
  return { path, id, alternate: base + alternate, page };
}
