import { expect, it } from 'vitest';
import { afterFailure } from './after-failure.js';

const NOW = new Date('2026-11-25T08:00:00Z');
const secondsAfter = (failures: number, retryAfter?: string) =>
  (afterFailure({ now: NOW, failures, since: NOW, retryAfter })!.getTime() - NOW.getTime()) / 1000;

it.each([
  [1, 30],
  [2, 60],
  [3, 120],
  [7, 1920],
  [8, 3600],
  [2000, 3600],
])('after failure %i in a row it waits %i s', (failures, seconds) => {
  expect(secondsAfter(failures)).toBe(seconds);
});

it.each([
  ['300', 300],
  ['5', 30],
  ['99999', 3600],
  ['9999999999', 3600],
  ['Wed, 25 Nov 2026 08:10:00 GMT', 600],
  ['Wed, 25 Nov 2020 08:10:00 GMT', 30],
  ['soon', 30],
  ['', 30],
  ['-1', 30],
])('Retry-After: %s makes the first pause %i s', (retryAfter, seconds) => {
  expect(secondsAfter(1, retryAfter)).toBe(seconds);
});

it.each([
  ['2026-11-24T08:00:01Z', true],
  ['2026-11-24T08:00:00Z', false],
  ['2026-11-01T00:00:00Z', false],
])('failing since %s, another try: %s', (since, again) => {
  expect(afterFailure({ now: NOW, failures: 30, since: new Date(since) }) !== undefined).toBe(again);
});
