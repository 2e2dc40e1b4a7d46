import { expect, it } from 'vitest';
import { addToMonth, monthOf, monthRange, monthsOf } from './month.js';

const TODAY = '2026-11-26';

it.each([
  ['2026-05-08', '2026-05'],
  ['2026-05', '2026-05'],
  ['2026', null],
  [null, null],
])('the month of %s is %s', (date, month) => expect(monthOf(date)).toBe(month));

it.each([
  ['2026-11', 2, '2027-01'],
  ['2026-01', -1, '2025-12'],
  ['2026-12', -24, '2024-12'],
])('%s and %i months are %s', (month, more, later) => expect(addToMonth(month, more)).toBe(later));

it.each([
  [{}, { from: '2024-12', to: '2026-11' }],
  [{ to: '2022-12' }, { from: '2021-01', to: '2022-12' }],
  [{ from: '2026-03' }, { from: '2026-03', to: '2026-11' }],
  [{ from: '2027-03' }, { from: '2027-03', to: '2027-03' }],
  [
    { from: '2017-01', to: '2026-12' },
    { from: '2017-01', to: '2026-12' },
  ],
])('%j means %j', (asked, range) => expect(monthRange(asked, TODAY)).toEqual(range));

it.each([
  { from: '2026-11', to: '2026-10' },
  { from: '2016-12', to: '2026-12' },
  { from: '2016-01' },
  { from: '9999-12' },
  { to: '9999-12' },
  { to: '0000-01' },
  { from: '2026-13' },
])('refuses %j', (asked) => {
  expect(() => monthRange(asked, TODAY)).toThrow(expect.objectContaining({ code: 'BAD_REQUEST' }));
});

it('ends where the years have no more digits', () => {
  expect(monthsOf({ from: '9999-11', to: '9999-12' })).toHaveLength(2);
});

it('lists every month once', () => {
  expect(monthsOf({ from: '2025-11', to: '2026-02' })).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
});
