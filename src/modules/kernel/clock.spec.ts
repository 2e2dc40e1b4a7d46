import { expect, it } from 'vitest';
import { FixedClock, SystemClock } from './clock.js';

it.each([
  ['2026-11-23T15:59:59Z', '2026-11-23'],
  ['2026-11-23T16:00:00Z', '2026-11-24'],
])('%s is %s in China', (instant, day) => {
  expect(new FixedClock(instant).today()).toBe(day);
});

it('the system clock gives a day in the normal form', () => {
  expect(new SystemClock().today()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});
