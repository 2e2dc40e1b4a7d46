import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Nightly, Notifier } from '../catalog/index.js';
import { Clock } from '../kernel/clock.js';
import { addMonths } from '../kernel/date/index.js';
import { noticesOfFeedbackDelay } from './feedback-notice.js';
import { CONTACT_MONTHS } from './feedback-state.js';
import { FeedbackRepository } from './feedback.repository.js';

const PAGE = 200;

/** At night: reminds departments of what has to be answered, and forgets addresses a year after the end. */
@Injectable()
export class FeedbackWatch implements OnModuleInit {
  constructor(
    private readonly feedback: FeedbackRepository,
    private readonly notifier: Notifier,
    private readonly nightly: Nightly,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.nightly.add('nightly.feedbackAnswers', () => this.remind());
    this.nightly.add('nightly.feedbackContacts', () => this.feedback.eraseContacts(addMonths(this.clock.today(), -CONTACT_MONTHS)));
  }

  private async remind(): Promise<void> {
    const today = this.clock.today();
    await this.notifier.tellOfAll(
      '0',
      (after) => this.feedback.waitingUntil(today, after, PAGE),
      (row) => noticesOfFeedbackDelay(row, today),
    );
  }
}
