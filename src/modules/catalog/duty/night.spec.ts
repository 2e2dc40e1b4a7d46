import { expect, it } from 'vitest';
import { nightOf } from './night.js';

it.each([
  ['2026-11-25T16:09:59Z', '2026-11-25'],
  ['2026-11-25T16:10:00Z', '2026-11-26'],
  ['2026-11-26T15:59:59Z', '2026-11-26'],
])('at %s it is the night of %s', (now, day) => {
  expect(nightOf(new Date(now))).toBe(day);
});
