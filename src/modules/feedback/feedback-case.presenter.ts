import { Injectable } from '@nestjs/common';
import { CurrentCalendar } from '../catalog/index.js';
import { Clock } from '../kernel/clock.js';
import type { FeedbackCase } from './feedback.model.js';
import type { KnownFeedback } from './feedback.repository.js';
import { presentCase } from './present-feedback.js';

/** Cases with their clocks, as of today. */
@Injectable()
export class FeedbackCasePresenter {
  constructor(
    private readonly calendars: CurrentCalendar,
    private readonly clock: Clock,
  ) {}

  async one(row: Promise<KnownFeedback>): Promise<FeedbackCase> {
    return presentCase(await row, this.clock.today(), this.calendars.calendar);
  }

  async all(rows: Promise<KnownFeedback[]>): Promise<FeedbackCase[]> {
    return (await rows).map((row) => presentCase(row, this.clock.today(), this.calendars.calendar));
  }
}
