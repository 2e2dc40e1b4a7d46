import type { estypes } from '@elastic/elasticsearch';
import { describe, expect, it } from 'vitest';
import { byScoreAlone, firstPage } from './first-page.js';

const hit = (id: number, score: number): estypes.SearchHit => ({ _index: 'x', _id: String(id), _score: score });
const many = (count: number, score: (index: number) => number) => Array.from({ length: count }, (_, index) => hit(index, score(index)));

describe('the first page by score alone', () => {
  it('asks for more than the page and for no order', () =>
    expect(byScoreAlone({ size: 20, sort: ['_score'], from: 1 })).toEqual({ size: 50, from: 1 }));

  it('orders equals by record id, the newest first, and says where the next page begins', () => {
    const page = firstPage([hit(9, 2), hit(2, 1), hit(10, 1), hit(1, 1)], 3)!;
    expect(page.map(({ _id, sort }) => [_id, sort])).toEqual([
      ['9', [2, 9]],
      ['10', [1, 10]],
      ['2', [1, 2]],
    ]);
  });

  it('is sure only when the equals of its last hit end within what was fetched', () => {
    expect(
      firstPage(
        many(32, (index) => 100 - index),
        2,
      ),
    ).toHaveLength(2);
    expect(
      firstPage(
        many(32, (index) => (index === 0 ? 2 : 1)),
        2,
      ),
    ).toBeUndefined();
    expect(
      firstPage(
        many(31, () => 1),
        2,
      ),
    ).toHaveLength(2);
    expect(firstPage([], 2)).toEqual([]);
  });
});
