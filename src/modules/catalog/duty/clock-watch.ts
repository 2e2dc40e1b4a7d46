import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
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
    await this.notifier.tellOfAll(
      FIRST,
      (after) => this.submissions.dueBy(last, after, PAGE),
      (row) => noticesOfClock(row, clockOf(row.dueOn, today, calendar)),
    );
  }
}
