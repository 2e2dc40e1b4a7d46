import { recordUrl } from '../catalog/index.js';
import type { WorkCalendar } from '../kernel/calendar/index.js';
import { chinaDayOf } from '../kernel/clock.js';
import { feedbackNumber, isOverdue } from './feedback-state.js';
import type { FeedbackCase, FeedbackStatus, PublishedFeedback } from './feedback.model.js';
import type { KnownFeedback } from './feedback.repository.js';

/** A feedback for everybody: nothing of who submitted it or who answered. Pure. */
export function presentPublished(row: KnownFeedback): PublishedFeedback {
  const { kind, title, address, text, submittedOn, answer, decidedAt, departmentName, confirmed } = row;
  const answeredOn = decidedAt && chinaDayOf(decidedAt);
  return { number: feedbackNumber(row), kind, title, address, text, submittedOn, answer, answeredOn, departmentName, confirmed };
}

/** A feedback for whoever submitted it. Pure. */
export function presentStatus(row: KnownFeedback, today: string): FeedbackStatus {
  const { state, dueOn, published, contact, identifier, recordTitle, recordKind } = row;
  return {
    ...presentPublished(row),
    state,
    dueOn,
    overdue: isOverdue(row, today),
    published,
    mailed: contact !== null,
    record: identifier,
    recordTitle,
    recordUrl: identifier && recordKind ? recordUrl(recordKind, identifier) : null,
  };
}

/** A feedback for the department: without the address, which is for the answer alone. Pure. */
export function presentCase(row: KnownFeedback, today: string, calendar: WorkCalendar): FeedbackCase {
  const { id, submittedAt, department, decidedAt, decidedBy, state, dueOn } = row;
  return {
    ...presentStatus(row, today),
    id,
    submittedAt: submittedAt.toISOString(),
    department,
    daysLeft: state === 'waiting' ? Math.max(0, calendar.countWorkingDays(today, dueOn)) : 0,
    decidedAt: decidedAt?.toISOString() ?? null,
    decidedBy,
  };
}
