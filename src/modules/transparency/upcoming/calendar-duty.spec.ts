import { expect, it } from 'vitest';
import { calendarDuties } from './calendar-duty.js';

// 条例 Art. 49: departments by 31 January, the government by 31 March, on the year before.
it.each([
  ['2026-11-26', '2027-02-24', [['departmentReport', 2026, '2027-01-31']]],
  ['2026-11-26', '2026-12-31', []],
  [
    '2027-01-31',
    '2027-04-30',
    [
      ['departmentReport', 2026, '2027-01-31'],
      ['governmentReport', 2026, '2027-03-31'],
    ],
  ],
  ['2027-02-01', '2027-03-31', [['governmentReport', 2026, '2027-03-31']]],
  ['2027-04-01', '2027-06-30', []],
])('from %s to %s', (today, until, duties) => {
  expect(calendarDuties(today, until).map(({ kind, year, dueOn }) => [kind, year, dueOn])).toEqual(duties);
});
