import type { IndexEntry } from './search-engine.js';

/** Characters of bodies and attachments that are analysed at once. */
const MOST_AT_ONCE = 4_000_000;

/** The entries in their order, in batches whose texts are not too long together; none is left out, an empty list is one batch. Pure. */
export function bySize(entries: readonly IndexEntry[], most = MOST_AT_ONCE): IndexEntry[][] {
  const batches: IndexEntry[][] = [[]];
  let size = 0;
  for (const entry of entries) {
    const own = entry.body.length + entry.attachments.length;
    if (size > 0 && size + own > most) {
      batches.push([]);
      size = 0;
    }
    batches.at(-1)!.push(entry);
    size += own;
  }
  return batches;
}
