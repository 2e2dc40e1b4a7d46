import type { WorkCalendar } from '../../kernel/calendar/index.js';
import { clockOf } from './disclosure-clock.js';
import type { SubmissionStepRow } from './submission-step.entity.js';
import type { SubmissionRow } from './submission.entity.js';
import type { Submission, SubmissionStep } from './submission.model.js';

/** A submission as callers see it, with its clock as it stands today. */
export function presentSubmission(
  row: SubmissionRow,
  steps: readonly SubmissionStepRow[],
  today: string,
  calendar: WorkCalendar,
): Submission {
  const { content: _, participants: __, documentKey: ___, scheduledFor, createdAt: ____, updatedAt: _____, ...shown } = row;
  return {
    ...shown,
    ...clockOf(row.dueOn, today, calendar),
    scheduledFor: scheduledFor?.toISOString() ?? null,
    steps: steps.map(presentStep),
  };
}

/** One step as callers see it. */
export const presentStep = ({ version, action, actor, opinion, basis, overrides, at }: SubmissionStepRow): SubmissionStep => ({
  version,
  action,
  actor,
  opinion,
  basis,
  overrides,
  at: at.toISOString(),
});
