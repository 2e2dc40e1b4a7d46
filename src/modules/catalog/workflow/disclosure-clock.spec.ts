import { expect, it } from 'vitest';
import { WorkCalendar } from '../../kernel/calendar/index.js';
import { clockOf, limitOf } from './disclosure-clock.js';

const calendar = new WorkCalendar();

it.each([
  ['2026-02-24', 16, 'green'],
  ['2026-03-09', 6, 'green'],
  ['2026-03-10', 5, 'amber'],
  ['2026-03-16', 1, 'amber'],
  ['2026-03-17', 0, 'red'],
  ['2026-03-18', -1, 'red'],
])('due on 2026-03-17, on %s: %i left, %s', (today, remaining, light) => {
  expect(clockOf('2026-03-17', today, calendar)).toEqual({ remaining, light });
});

it.each([
  [{ title: '行政处罚决定书', article20Code: 'A20_06' }, 7],
  [{ documentType: '决定', title: '准予许可', article20Code: 'A20_05' }, 7],
  [{ title: '关于行政处罚程序的规定', article20Code: 'A20_06' }, 20],
  [{ title: '关于表彰的决定' }, 20],
  [{ title: '通知' }, 20],
])('%j may take %i working days', (content, workingDays) => {
  expect(limitOf(content).workingDays).toBe(workingDays);
});
