import type { Judgement } from '../figure/counted.js';
import type { CountName } from '../figure/figure.js';
import { monthOf } from '../figure/month.js';

/** How an application to use data stands; days are those in China. */
export interface RequestFacts {
  state: 'waiting' | 'approved' | 'rejected' | 'revoked' | 'withdrawn';
  submittedOn: string;
  dueOn: string;
  decidedOn: string | null;
}

const ENDED: Partial<Record<RequestFacts['state'], CountName>> = { revoked: 'requests.revoked', withdrawn: 'requests.withdrawn' };

/** What applications count as on a day, in the month they came. Pure. */
export function judgeRequest({ state, submittedOn, dueOn, decidedOn }: RequestFacts, today: string): Judgement {
  const month = monthOf(submittedOn);
  const ended = ENDED[state];
  if (ended) return { month, figures: ['requests.received', ended] };
  if (state === 'waiting') return { month, figures: ['requests.received', dueOn < today ? 'requests.overdue' : 'requests.waiting'] };
  const late = decidedOn !== null && decidedOn > dueOn;
  return { month, figures: ['requests.received', 'requests.answered', late ? 'requests.late' : 'requests.onTime'] };
}
