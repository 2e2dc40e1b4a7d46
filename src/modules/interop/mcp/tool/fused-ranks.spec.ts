import { expect, it } from 'vitest';
import { byLikeness, fusedRanks } from './fused-ranks.js';

it.each([
  [[], []],
  [[['a', 'b']], ['a', 'b']],
  [
    [['a', 'b', 'c'], ['d', 'c'], ['c']],
    ['c', 'a', 'd', 'b'],
  ],
  [
    [['a'], ['b']],
    ['a', 'b'],
  ],
])('%j becomes %j', (rankings: string[][], expected: string[]) => {
  expect(fusedRanks(rankings)).toEqual(expected);
});

it('puts what shares keywords and topic first', () => {
  const record = (name: string, keywords: string[], topic: string) => ({ name, keywords, topic });
  const others = [
    record('a', [], 'x'),
    record('b', ['k'], 'y'),
    record('c', ['k', 'l'], 'x'),
    record('d', [], 'y'),
    record('e', ['m'], 'x'),
  ];
  expect(byLikeness({ keywords: ['k', 'l'], topic: 'x' }, others).map(({ name }) => name)).toEqual(['c', 'b', 'a', 'e', 'd']);
});
