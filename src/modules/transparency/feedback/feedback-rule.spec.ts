import { expect, it } from 'vitest';
import { type FeedbackFacts, judgeFeedback } from './feedback-rule.js';

it.each<[FeedbackFacts['state'], string, string | null, string]>([
  ['waiting', '2026-11-26', null, 'feedback.waiting'],
  ['waiting', '2026-11-25', null, 'feedback.overdue'],
  ['answered', '2026-11-16', '2026-11-16', 'feedback.onTime'],
  ['answered', '2026-11-16', '2026-11-17', 'feedback.late'],
  ['declined', '2026-11-16', '2026-11-02', 'feedback.onTime'],
])('%s, due on %s and decided on %s: %s', (state, dueOn, decidedOn, figure) => {
  const { month, figures } = judgeFeedback({ state, submittedOn: '2026-10-31', dueOn, decidedOn }, '2026-11-26');
  expect(month).toBe('2026-10');
  expect(figures).toEqual(expect.arrayContaining(['feedback.received', figure]));
  expect(figures.includes('feedback.answered')).toBe(state !== 'waiting');
});
