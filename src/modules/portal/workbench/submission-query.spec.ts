import { describe, expect, it } from 'vitest';
import { conditionsOf, submissionQuery, submissionsUrl } from './submission-query.js';

const days = { today: '2026-11-25', amberUntil: '2026-12-02', aYearAgo: new Date('2025-11-25T00:00:00Z') };
const OPEN = ['draft', 'submitted', 'reviewed', 'scheduled'];

describe('the conditions of a list', () => {
  it.each([
    [{}, {}],
    [
      { state: 'draft', kind: 'dataset', text: ' 贷款 ' },
      { states: ['draft'], kind: 'dataset', text: '贷款' },
    ],
    [{ state: 'open' }, { states: OPEN }],
    [{ state: 'nonsense', kind: ['dataset'], page: '-1', text: {} }, {}],
    [{ light: 'red' }, { states: OPEN, dueTo: '2026-11-25' }],
    [{ light: 'amber' }, { states: OPEN, dueFrom: '2026-11-26', dueTo: '2026-12-02' }],
    [{ light: 'green' }, { states: OPEN, dueFrom: '2026-12-03' }],
    [
      { light: 'red', state: 'draft' },
      { states: ['draft'], dueTo: '2026-11-25' },
    ],
    [{ punctual: 'late' }, { states: ['published'], late: true, since: days.aYearAgo }],
    [{ punctual: 'onTime' }, { states: ['published'], late: false, since: days.aYearAgo }],
    [{ rule: 'mobile' }, { rule: 'mobile', since: days.aYearAgo }],
    [{ department: 'a' }, { departments: ['a'] }],
  ])('%j', (query, expected) => {
    const said = Object.entries(conditionsOf(submissionQuery(query), days)).filter(([, value]) => value !== undefined);
    expect(Object.fromEntries(said)).toEqual(expected);
  });
});

it('an address says no more than it must', () => {
  expect(submissionsUrl({ page: 1 })).toBe('/workbench/submissions');
  expect(submissionsUrl({ state: 'draft', text: '贷款 & 补贴', page: 2 })).toBe(
    '/workbench/submissions?state=draft&text=%E8%B4%B7%E6%AC%BE+%26+%E8%A1%A5%E8%B4%B4&page=2',
  );
  expect(submissionQuery({ page: '2' }).page).toBe(2);
});
