import { expect, it } from 'vitest';
import { validityByDates } from './declared-validity.js';

it.each([
  ['valid', null, '2026-12-31', '2026-12-31', undefined],
  ['valid', null, '2026-12-31', '2027-01-01', 'expired'],
  ['amended', null, '2026', '2027-01-01', 'expired'],
  ['trial', null, '2026-11', '2026-11-30', undefined],
  ['repealed', null, '2020-01-01', '2027-01-01', undefined],
  ['expired', null, '2020-01-01', '2027-01-01', undefined],
  [null, null, '2020-01-01', '2027-01-01', undefined],
  ['valid', '2026-01-01', null, '2027-01-01', undefined],
  ['notYet', '2027-01-02', null, '2027-01-01', undefined],
  ['notYet', '2027-01-01', null, '2027-01-01', 'valid'],
  ['notYet', '2026-01-01', '2026-06-30', '2027-01-01', 'expired'],
])('%s, effective %s, until %s, on %s: %s', (declared, effectiveOn, expiresOn, today, expected) => {
  expect(validityByDates(today, { declared, effectiveOn, expiresOn })).toBe(expected);
});
