import { expect, it } from 'vitest';
import type { Counted } from './counted.js';
import { medianOf, shareOf, talliesByDepartment, talliesByMonth, tallyOf } from './tally.js';

it.each([
  [[], null],
  [[[3, 1]], 3],
  [
    [
      [1, 1],
      [4, 1],
    ],
    2.5,
  ],
  [
    [
      [9, 1],
      [1, 2],
    ],
    1,
  ],
  [
    [
      [2, 5],
      [30, 4],
    ],
    2,
  ],
])('the median of %j is %s', (days, median) => expect(medianOf(new Map(days as [number, number][]))).toBe(median));

it.each([
  [0, 0, null],
  [1, 3, 33.3],
  [2, 3, 66.7],
  [3, 3, 100],
])('%i of %i are %s percent', (part, whole, share) => expect(shareOf(part, whole)).toBe(share));

const document = (department: string | null, month: string, count: number, days: number, late = false): Counted => ({
  key: '',
  department,
  month,
  count,
  days,
  figures: ['publishing.published', 'publishing.told', late ? 'publishing.late' : 'publishing.onTime'],
});
const overdue: Counted = {
  ...{ key: '', department: 'a', month: '2020-01', count: 2 },
  figures: ['freshness.datasets', 'freshness.measured', 'freshness.overdue', 'freshness.overdueSince'],
};
const groups = [document('a', '2026-01', 2, 5), document('a', '2026-02', 1, 30, true), document(null, '2026-02', 1, 7), overdue];

it('sums monthly figures over the months asked for and those of today always', () => {
  expect(tallyOf(groups, { from: '2026-02', to: '2026-03' })).toMatchObject({
    'publishing.published': 2,
    'publishing.onTime': 1,
    'publishing.late': 1,
    'publishing.onTimeShare': 50,
    'publishing.medianDays': 18.5,
    'freshness.overdue': 2,
    'freshness.overdueSince': 0,
    'freshness.keptShare': 0,
    'openness.openShare': null,
  });
});

it('keeps months apart, and what is of today out of them', () => {
  const months = talliesByMonth(groups, ['2026-01', '2026-02', '2026-03']);
  expect([...months.values()].map((values) => values['publishing.published'])).toEqual([2, 2, 0]);
  expect(months.get('2026-03')).toMatchObject({ 'publishing.medianDays': null, 'freshness.overdue': 0 });
  expect(talliesByMonth(groups, ['2020-01']).get('2020-01')).toMatchObject({ 'freshness.overdueSince': 2 });
});

it('keeps departments apart, one that is not known too', () => {
  const departments = talliesByDepartment(groups, { from: '2026-01', to: '2026-12' });
  expect(departments.get('a')).toMatchObject({ 'publishing.published': 3, 'publishing.medianDays': 5, 'freshness.overdue': 2 });
  expect(departments.get(null)).toMatchObject({ 'publishing.published': 1, 'freshness.overdue': 0 });
});
