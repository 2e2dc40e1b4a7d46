import { expect, it } from 'vitest';
import { judgeRequest, type RequestFacts } from './request-rule.js';

const TODAY = '2026-11-26';

it.each<[RequestFacts['state'], string, string | null, string]>([
  ['waiting', '2026-11-26', null, 'requests.waiting'],
  ['waiting', '2026-11-25', null, 'requests.overdue'],
  ['approved', '2026-11-16', '2026-11-16', 'requests.onTime'],
  ['approved', '2026-11-16', '2026-11-17', 'requests.late'],
  ['rejected', '2026-11-16', '2026-11-02', 'requests.onTime'],
  ['rejected', '2026-11-16', '2026-11-20', 'requests.late'],
  ['revoked', '2026-11-16', '2026-11-20', 'requests.revoked'],
  ['withdrawn', '2026-11-16', '2026-11-20', 'requests.withdrawn'],
])('%s, due on %s and decided on %s: %s', (state, dueOn, decidedOn, figure) => {
  const { month, figures } = judgeRequest({ state, submittedOn: '2026-10-31', dueOn, decidedOn }, TODAY);
  expect(month).toBe('2026-10');
  expect(figures).toEqual(expect.arrayContaining(['requests.received', figure]));
  expect(figures.includes('requests.answered')).toBe(figure === 'requests.onTime' || figure === 'requests.late');
});
