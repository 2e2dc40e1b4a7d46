import { expect, it } from 'vitest';
import { nextDueDay } from './due-day.js';

it.each([
  ['daily', '2026-11-26', '2026-11-27'],
  ['daily', '2026-12-31', '2027-01-01'],
  // A Thursday, a Sunday, a Monday.
  ['weekly', '2026-11-26', '2026-11-30'],
  ['weekly', '2026-11-29', '2026-11-30'],
  ['weekly', '2026-11-30', '2026-12-07'],
] as const)('%s after %s is %s', (frequency, today, expected) => {
  expect(nextDueDay(frequency, today)).toBe(expected);
});
