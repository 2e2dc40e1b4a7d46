import { expect, it } from 'vitest';
import { rangeOf, rangeStillGood } from './byte-range.js';

it.each([
  [undefined, 'whole'],
  ['bytes=0-0', { start: 0, end: 0 }],
  ['bytes=0-13', { start: 0, end: 13 }],
  ['bytes=90-', { start: 90, end: 99 }],
  ['bytes=90-900', { start: 90, end: 99 }],
  ['bytes=-10', { start: 90, end: 99 }],
  ['bytes=-900', { start: 0, end: 99 }],
  ['bytes = 0 - 9', { start: 0, end: 9 }],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=9-3', 'whole'],
  ['bytes=-', 'whole'],
  ['bytes=0-1,5-6', 'whole'],
  ['rows=0-1', 'whole'],
  ['bytes=a-b', 'whole'],
  ['bytes=99999999999999999-', 'whole'],
])('%s of 100 bytes', (header, expected) => {
  expect(rangeOf(header, 100)).toEqual(expected);
});

it('has no part of an empty file', () => {
  expect([rangeOf('bytes=0-', 0), rangeOf('bytes=-5', 0), rangeOf(undefined, 0)]).toEqual(['unsatisfiable', 'unsatisfiable', 'whole']);
});

it.each([
  [undefined, true],
  ['"abc"', true],
  ['W/"abc"', false],
  ['"abd"', false],
  ['Wed, 21 Oct 2015 07:28:00 GMT', false],
])('If-Range %s of "abc"', (header, good) => {
  expect(rangeStillGood(header, '"abc"')).toBe(good);
});
