/** As it stands: the department has not answered, has answered, or has declined with a reason. */
export const FEEDBACK_STATES = ['waiting', 'answered', 'declined'] as const;
export type FeedbackState = (typeof FEEDBACK_STATES)[number];

export const FEEDBACK_STATE_LABELS: Record<FeedbackState, string> = { waiting: '待答复', answered: '已答复', declined: '不予采纳' };

/** How long an e-mail address is kept after the end. */
export const CONTACT_MONTHS = 12;

interface Stands {
  state: FeedbackState;
  published: boolean;
}

/** What can happen to it. */
export type FeedbackStep = 'answer' | 'decline' | 'unpublish' | 'assign';

/** Why a step cannot be made; undefined when it can. Pure. */
export function flawOfStep(step: FeedbackStep, { state, published }: Stands): string | undefined {
  if (step === 'unpublish') return published ? undefined : '这一件没有公开';
  return state === 'waiting' ? undefined : `这一件${FEEDBACK_STATE_LABELS[state]}，不能再办理`;
}

interface Due {
  state: FeedbackState;
  dueOn: string;
  /** The day of the answer. */
  endedOn: string | null;
}

/** Whether it was, or is still, not answered by the last day; that day is in time. Pure. */
export const isOverdue = ({ state, dueOn, endedOn }: Due, today: string): boolean =>
  (state === 'waiting' ? today : (endedOn ?? today)) > dueOn;

/** The number that people quote: `FK-2026-15`. Pure. */
export const feedbackNumber = ({ id, submittedOn }: { id: string; submittedOn: string }): string => `FK-${submittedOn.slice(0, 4)}-${id}`;
