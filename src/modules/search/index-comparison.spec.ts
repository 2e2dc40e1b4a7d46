import { describe, expect, it } from 'vitest';
import { compareVersions, isEqual, lasting } from './index-comparison.js';
import type { IndexedVersion } from './search-engine.js';

const entry = (recordId: number, version = 1): IndexedVersion => ({ recordId: String(recordId), version });
async function* batches(...lists: IndexedVersion[][]) {
  for (const list of lists) yield await Promise.resolve(list);
}
const compare = (catalog: IndexedVersion[][], index: IndexedVersion[][]) => compareVersions(batches(...catalog), batches(...index));

describe('compareVersions', () => {
  it.each([
    ['two empty sides', [], [], { missing: [], stale: [], surplus: [] }],
    [
      'equal sides cut differently',
      [[entry(2), entry(9)], [entry(10)]],
      [[entry(2)], [entry(9), entry(10)]],
      { missing: [], stale: [], surplus: [] },
    ],
    ['ids as numbers, not as text', [[entry(9), entry(10)]], [[entry(10)]], { missing: [entry(9)], stale: [], surplus: [] }],
    ['another revision', [[entry(1, 3)]], [[entry(1, 2)]], { missing: [], stale: [entry(1, 3)], surplus: [] }],
    [
      'what the catalog no longer publishes',
      [[entry(2)]],
      [[entry(1, 5), entry(2), entry(3)]],
      { missing: [], stale: [], surplus: [entry(1, 5), entry(3)] },
    ],
    ['an empty index', [[entry(1), entry(2)]], [], { missing: [entry(1), entry(2)], stale: [], surplus: [] }],
  ])('%s', async (_, catalog, index, expected) => {
    const difference = await compare(catalog, index);
    expect(difference).toEqual(expected);
    expect(isEqual(difference)).toBe(Object.values(expected).every(({ length }) => length === 0));
  });
});

describe('lasting', () => {
  it('forgets what was only on its way', async () => {
    const first = await compare([[entry(1), entry(2, 2)]], [[entry(2, 1), entry(3)]]);
    const second = await compare([[entry(1), entry(2, 3)]], [[entry(2, 2), entry(3)]]);
    expect(lasting(first, second)).toEqual({ missing: [entry(1)], stale: [], surplus: [entry(3)] });
  });
});
