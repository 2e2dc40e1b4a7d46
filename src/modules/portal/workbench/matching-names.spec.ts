import { expect, it } from 'vitest';
import { matchingNames } from './matching-names.js';

const names = ['泰州市公安局', '公安局', '泰州市统计局', '公安局'];

it.each([
  ['公安', ['公安局', '泰州市公安局']],
  [' 泰州 ', ['泰州市公安局', '泰州市统计局']],
  ['', []],
  ['没有', []],
])('“%s” brings %j', (typed, expected) => {
  expect(matchingNames(names, typed, 10)).toEqual(expected);
});

it('brings no more than asked for', () => {
  expect(matchingNames(names, '局', 1)).toEqual(['公安局']);
});
