import { expect, it } from 'vitest';
import { FEEDBACK_STATES, type FeedbackState, feedbackNumber, type FeedbackStep, flawOfStep, isOverdue } from './feedback-state.js';

it.each<[FeedbackStep, FeedbackState, boolean, boolean]>([
  ['answer', 'waiting', false, true],
  ['answer', 'answered', false, false],
  ['answer', 'declined', false, false],
  ['decline', 'waiting', false, true],
  ['decline', 'answered', true, false],
  ['assign', 'waiting', false, true],
  ['assign', 'declined', false, false],
  ['unpublish', 'answered', true, true],
  ['unpublish', 'answered', false, false],
  ['unpublish', 'waiting', false, false],
])('%s of one that is %s (published: %s) can be made: %s', (step, state, published, can) => {
  expect(flawOfStep(step, { state, published }) === undefined).toBe(can);
});

it.each<[FeedbackState, string | null, string, boolean]>([
  ['waiting', null, '2026-05-21', false],
  ['waiting', null, '2026-05-22', true],
  ['answered', '2026-05-21', '2026-09-01', false],
  ['answered', '2026-05-22', '2026-09-01', true],
  ['declined', '2026-05-22', '2026-05-22', true],
])('%s, ended %s, seen on %s: overdue %s', (state, endedOn, today, expected) => {
  expect(isOverdue({ state, dueOn: '2026-05-21', endedOn }, today)).toBe(expected);
});

it('has a number of the year and its own', () => {
  expect(FEEDBACK_STATES).toHaveLength(3);
  expect(feedbackNumber({ id: '15', submittedOn: '2026-05-08' })).toBe('FK-2026-15');
});
