import type { Operation, Target } from '../../identity/index.js';
import { barredFrom, type Decision } from './participation.js';
import type { SubmissionRow } from './submission.entity.js';

type Parties = Pick<SubmissionRow, 'department' | 'participants'>;

export const SUBMISSION_STATES = ['draft', 'submitted', 'reviewed', 'scheduled', 'published', 'discarded'] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

/** States of what is under way. */
export const OPEN_STATES = ['draft', 'submitted', 'reviewed', 'scheduled'] as const satisfies readonly SubmissionState[];

/** Whether a submission in this state is under way. */
export const isOpen = (state: SubmissionState): boolean => (OPEN_STATES as readonly string[]).includes(state);

export const STATE_LABELS: Record<SubmissionState, string> = {
  draft: '草稿',
  submitted: '待保密审查',
  reviewed: '待签发',
  scheduled: '待发布',
  published: '已发布',
  discarded: '已作废',
};

/** What can be done to a submission. */
export const TRANSITIONS = {
  save: { from: ['draft'], to: 'draft', needs: 'submission.write', label: '修改' },
  submit: { from: ['draft'], to: 'submitted', needs: 'submission.write', label: '提交' },
  discard: { from: ['draft'], to: 'discarded', needs: 'submission.write', label: '作废' },
  pass: { from: ['submitted'], to: 'reviewed', needs: 'submission.review', label: '保密审查通过' },
  returnByReviewer: { from: ['submitted'], to: 'draft', needs: 'submission.review', label: '保密审查退回' },
  approve: { from: ['reviewed'], to: 'published', needs: 'submission.approve', label: '签发' },
  returnByApprover: { from: ['reviewed', 'scheduled'], to: 'draft', needs: 'submission.approve', label: '签发退回' },
} as const satisfies Record<string, { from: readonly SubmissionState[]; to: SubmissionState; needs: Operation; label: string }>;

export type Transition = keyof typeof TRANSITIONS;

/** What a step is about, with whom four eyes keep from it. */
export function targetOf(transition: Transition, { department, participants }: Parties): Target {
  const { needs } = TRANSITIONS[transition];
  return isDecision(needs) ? { department, participants: barredFrom(needs, participants) } : { department };
}

const isDecision = (operation: Operation): operation is Decision => operation === 'submission.review' || operation === 'submission.approve';

/** What can be done next from a state. */
export function transitionsFrom(state: SubmissionState): Transition[] {
  return (Object.keys(TRANSITIONS) as Transition[]).filter((name) => (TRANSITIONS[name].from as readonly string[]).includes(state));
}
