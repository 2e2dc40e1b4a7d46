import { expect, it } from 'vitest';
import { cycleState } from './cycle-state.js';

const MONTHLY = { nominalDays: 31, graceDays: 10 };
const REALTIME = { nominalDays: 0, graceDays: 1 };

it.each([
  ['on the day it is due', { changedOn: '2026-10-15' }, MONTHLY, '2026-11-15', { state: 'kept', dueOn: '2026-11-15' }],
  [
    'in the days of grace',
    { changedOn: '2026-10-15' },
    MONTHLY,
    '2026-11-25',
    { state: 'due', dueOn: '2026-11-15', graceUntil: '2026-11-25' },
  ],
  ['after them', { changedOn: '2026-10-15' }, MONTHLY, '2026-11-27', { state: 'overdue', dueOn: '2026-11-15', days: 12 }],
  [
    'by the date that was given',
    { changedOn: '2026-10-15', nextUpdateDue: '2026-12-01' },
    MONTHLY,
    '2026-11-27',
    { state: 'kept', dueOn: '2026-12-01' },
  ],
  [
    'by the cycle, when the date that was given has been met',
    { changedOn: '2026-11-20', nextUpdateDue: '2026-11-15' },
    MONTHLY,
    '2026-11-27',
    { state: 'kept', dueOn: '2026-12-21' },
  ],
  [
    'by a date without a cycle of days',
    { changedOn: '2026-01-01', nextUpdateDue: '2026-11-01' },
    undefined,
    '2026-11-03',
    { state: 'overdue', dueOn: '2026-11-01', days: 2 },
  ],
  ['by a date without a last update', { nextUpdateDue: '2026-11-30' }, MONTHLY, '2026-11-03', { state: 'kept', dueOn: '2026-11-30' }],
  ['of a month, which ends with its last day', { changedOn: '2026-10' }, MONTHLY, '2026-12-01', { state: 'kept', dueOn: '2026-12-01' }],
  [
    'in real time, which is a day',
    { changedOn: '2026-11-01' },
    REALTIME,
    '2026-11-03',
    { state: 'due', dueOn: '2026-11-02', graceUntil: '2026-11-03' },
  ],
  ['without a cycle of days', { changedOn: '2020-01-01' }, undefined, '2026-11-03', { state: 'unjudged' }],
  ['without a last update', {}, MONTHLY, '2026-11-03', { state: 'unjudged' }],
] as const)('%s', (_, updates, cycle, today, state) => {
  expect(cycleState(updates, cycle, today)).toEqual(state);
});
