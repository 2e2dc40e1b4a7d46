import { expect, it } from 'vitest';
import { revisionNumber, revisionPair } from './revision-pair.js';

it.each([
  ['1..2', [1, 2]],
  ['3..12', [3, 12]],
  ['2..1', undefined],
  ['1..1', undefined],
  ['0..1', undefined],
  ['1..9999999999', undefined],
  ['1...2', undefined],
  ['a..b', undefined],
  ['', undefined],
])('%s', (text, expected) => {
  expect(revisionPair(text)).toEqual(expected);
});

it.each([
  ['7', 7],
  ['0', undefined],
  [['7'], undefined],
  [undefined, undefined],
])('%j', (text, expected) => {
  expect(revisionNumber(text)).toBe(expected);
});
