import { expect, it } from 'vitest';
import { bySize } from './entry-batches.js';
import type { IndexEntry } from './search-engine.js';

const entry = (length: number) => ({ body: '字'.repeat(length), attachments: '字' }) as IndexEntry;

it.each([
  [[], [[]]],
  [[1, 1], [[1, 1]]],
  [
    [8, 1, 1],
    [[8], [1, 1]],
  ],
  [
    [50, 50],
    [[50], [50]],
  ],
  [
    [1, 50, 1],
    [[1], [50], [1]],
  ],
])('%j go as %j', (lengths, batches) => {
  expect(bySize(lengths.map(entry), 10).map((batch) => batch.map(({ body }) => body.length))).toEqual(batches);
});
