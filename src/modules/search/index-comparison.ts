import type { IndexedVersion } from './search-engine.js';

/** How the index differs from the catalog. */
export interface IndexDifference {
  /** Published, and not in the index. */
  missing: IndexedVersion[];
  /** In the index at another revision; the version is that of the catalog. */
  stale: IndexedVersion[];
  /** In the index, and not published; the version is that of the index. */
  surplus: IndexedVersion[];
}

type Batches = AsyncIterable<IndexedVersion[]>;

/** Walks both in order of record id, so that memory does not grow with the catalog. */
export async function compareVersions(catalog: Batches, index: Batches): Promise<IndexDifference> {
  const difference: IndexDifference = { missing: [], stale: [], surplus: [] };
  const [left, right] = [oneByOne(catalog), oneByOne(index)];
  let [published, indexed] = [await left.next(), await right.next()];
  while (!published.done || !indexed.done) {
    const order = orderOf(published.done ? undefined : published.value, indexed.done ? undefined : indexed.value);
    if (order < 0) difference.missing.push(published.value as IndexedVersion);
    if (order > 0) difference.surplus.push(indexed.value as IndexedVersion);
    if (order === 0 && (published.value as IndexedVersion).version !== (indexed.value as IndexedVersion).version)
      difference.stale.push(published.value as IndexedVersion);
    if (order <= 0) published = await left.next();
    if (order >= 0) indexed = await right.next();
  }
  return difference;
}

export function isEqual({ missing, stale, surplus }: IndexDifference): boolean {
  return missing.length + stale.length + surplus.length === 0;
}

/** What both differences have: what changed between two looks was only on its way. */
export function lasting(first: IndexDifference, second: IndexDifference): IndexDifference {
  const both = (a: IndexedVersion[], b: IndexedVersion[]) => {
    const seen = new Set(a.map(keyOf));
    return b.filter((entry) => seen.has(keyOf(entry)));
  };
  return {
    missing: both(first.missing, second.missing),
    stale: both(first.stale, second.stale),
    surplus: both(first.surplus, second.surplus),
  };
}

function keyOf({ recordId, version }: IndexedVersion): string {
  return `${recordId}@${version}`;
}

function orderOf(published: IndexedVersion | undefined, indexed: IndexedVersion | undefined): number {
  if (!published) return 1;
  if (!indexed) return -1;
  return Number(BigInt(published.recordId) - BigInt(indexed.recordId));
}

async function* oneByOne(batches: Batches): AsyncGenerator<IndexedVersion, undefined> {
  for await (const batch of batches) yield* batch;
  return undefined;
}
