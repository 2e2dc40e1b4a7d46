import { type NoticeDraft, toDeciders } from '../catalog/index.js';
import { FEEDBACK_KIND_LABELS } from './feedback-kind.js';
import { feedbackNumber } from './feedback-state.js';
import type { KnownFeedback } from './feedback.repository.js';

export const FEEDBACK_PAGE = '/workbench/feedback';

/** What the people of a department who answer are told; what was written is read only after signing in. Pure. */
const told = ({ department, dueOn }: KnownFeedback, notice: Pick<NoticeDraft, 'key' | 'subject' | 'text'>): NoticeDraft[] =>
  toDeciders(department, { ...notice, kind: 'feedback', link: FEEDBACK_PAGE, dueOn });

/** What it is about, in words that are the department's own: a demand has a title from anybody. */
const about = ({ recordTitle }: KnownFeedback): string => (recordTitle === null ? '' : `：${recordTitle}`);

/** That somebody says or asks something. Pure. */
export const noticesOfFeedback = (row: KnownFeedback): NoticeDraft[] =>
  told(row, {
    key: `feedback:${row.id}`,
    subject: `待答复的${FEEDBACK_KIND_LABELS[row.kind]}${about(row)}`,
    text: `编号 ${feedbackNumber(row)}，请于 ${row.dueOn} 前答复。`,
  });

/** That it has waited until its last day, or longer; once for each. Pure. */
export const noticesOfFeedbackDelay = (row: KnownFeedback, today: string): NoticeDraft[] =>
  told(row, {
    key: `feedback:${row.id}:${row.dueOn < today ? 'late' : 'due'}`,
    subject: `${FEEDBACK_KIND_LABELS[row.kind]}${row.dueOn < today ? '超期未答复' : '今天到期'}${about(row)}`,
    text: `编号 ${feedbackNumber(row)}，应于 ${row.dueOn} 前答复，请尽快办理。`,
  });
