import { expect, it } from 'vitest';
import { backOff } from './back-off.js';

it.each([
  [1, 10],
  [2, 20],
  [5, 160],
  [9, 2560],
  [10, 3600],
  [40, 3600],
])('after failure %i it waits %i s', (attempt, seconds) => {
  expect(backOff(attempt)).toBe(seconds * 1000);
});
