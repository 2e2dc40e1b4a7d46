import type { Judgement } from '../figure/counted.js';
import { monthOf } from '../figure/month.js';

/** How something that people said about a record stands; days are those in China. */
export interface FeedbackFacts {
  state: 'waiting' | 'answered' | 'declined';
  submittedOn: string;
  dueOn: string;
  decidedOn: string | null;
}

/** What questions, corrections and examples count as on a day, in the month they came; declining with a reason is an answer. Pure. */
export function judgeFeedback({ state, submittedOn, dueOn, decidedOn }: FeedbackFacts, today: string): Judgement {
  const month = monthOf(submittedOn);
  if (state === 'waiting') return { month, figures: ['feedback.received', dueOn < today ? 'feedback.overdue' : 'feedback.waiting'] };
  const late = decidedOn !== null && decidedOn > dueOn;
  return { month, figures: ['feedback.received', 'feedback.answered', late ? 'feedback.late' : 'feedback.onTime'] };
}
