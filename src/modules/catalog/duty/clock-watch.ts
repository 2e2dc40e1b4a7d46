import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { inTransaction } from '../../platform/database/index.js';
import { CurrentCalendar } from '../calendar/current-calendar.js';
import { Notifier } from '../notice/notifier.js';
import { noticesOfClock } from '../notice/submission-notice.js';
import { AMBER, clockOf } from '../workflow/disclosure-clock.js';
import { SubmissionRepository } from '../workflow/submission.repository.js';

const PAGE = 200;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Tells whoever has the next step that a period ends or has ended. */
@Injectable()
export class ClockWatch {
  constructor(
    private readonly source: DataSource,
    private readonly submissions: SubmissionRepository,
    private readonly calendars: CurrentCalendar,
    private readonly notifier: Notifier,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    await this.calendars.refresh();
    const { calendar } = this.calendars;
    const today = this.clock.today();
    const last = calendar.addWorkingDays(today, AMBER + 1).day;
    for (let after = FIRST; ;) {
      const rows = await this.submissions.dueBy(last, after, PAGE);
      if (rows.length === 0) return;
      await inTransaction(this.source, (transaction) =>
        this.notifier.tell(
          transaction,
          rows.flatMap((row) => noticesOfClock(row, clockOf(row.dueOn, today, calendar))),
        ),
      );
      after = rows.at(-1)!.id;
    }
  }
}
