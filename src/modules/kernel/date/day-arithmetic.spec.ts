import { expect, it } from 'vitest';
import { addDays, addMonths, lastDayOf } from './day-arithmetic.js';

it.each([
  ['2026-12-31', 1, '2027-01-01'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2026-03-01', -1, '2026-02-28'],
])('%s and %i days is %s', (day, days, expected) => {
  expect(addDays(day, days)).toBe(expected);
});

it.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-11-30', 12, '2027-11-30'],
  ['2026-12-15', 1, '2027-01-15'],
])('%s and %i months is %s', (day, months, expected) => {
  expect(addMonths(day, months)).toBe(expected);
});

it.each([
  ['2024', '2024-12-31'],
  ['2024-02', '2024-02-29'],
  ['2024-02-03', '2024-02-03'],
])('%s ends on %s', (date, expected) => {
  expect(lastDayOf(date)).toBe(expected);
});
