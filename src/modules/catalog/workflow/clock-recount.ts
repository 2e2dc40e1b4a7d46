import { Injectable } from '@nestjs/common';
import type { WorkCalendar } from '../../kernel/calendar/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { WriteContext } from '../write/draft.js';
import { dueOf, workingDaysOf } from './disclosure-clock.js';
import { SubmissionLog } from './submission-log.js';
import { SubmissionRepository } from './submission.repository.js';

const said = ({ dueOn, dueCertain }: { dueOn: string; dueCertain: boolean }) => (dueCertain ? dueOn : `${dueOn}（暂定）`);

/** Counts the running periods of submissions anew when the calendar has changed. */
@Injectable()
export class ClockRecount {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly log: SubmissionLog,
  ) {}

  /** Answers how many due days moved or became certain; each is a step on record. The version stays: what people decide on has not changed. */
  async within(transaction: Transaction, calendar: WorkCalendar, why: string, context: WriteContext): Promise<number> {
    let moved = 0;
    // All are locked first, and in one order: whoever comes from the other side waits before it holds anything of the audit log.
    for (const row of await this.submissions.lockOpen(transaction)) {
      const due = dueOf(row.countedFrom, workingDaysOf(row), calendar);
      if (due.dueOn === row.dueOn && due.dueCertain === row.dueCertain) continue;
      const opinion = `${why}，公开期限由 ${said(row)} 改为 ${said(due)}`;
      Object.assign(row, due);
      await this.submissions.saveDue(transaction, row);
      await this.log.note(transaction, row, 'dueMoved', { opinion }, context);
      moved += 1;
    }
    return moved;
  }
}
