import { expect, it } from 'vitest';
import { fusedRanks } from './fused-ranks.js';

it.each([
  [[], []],
  [[['a', 'b']], ['a', 'b']],
  [[['a', 'b', 'c'], ['d', 'c'], ['c']], ['c', 'a', 'd', 'b']],
  [[['a'], ['b']], ['a', 'b']],
])('%j becomes %j', (rankings: string[][], expected: string[]) => {
  expect(fusedRanks(rankings)).toEqual(expected);
});
