import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Nightly, Notifier } from '../catalog/index.js';
import { Clock } from '../kernel/clock.js';
import { addMonths } from '../kernel/date/index.js';
import { inTransaction } from '../platform/database/index.js';
import { noticesOfFeedbackDelay } from './feedback-notice.js';
import { CONTACT_MONTHS } from './feedback-state.js';
import { FeedbackRepository } from './feedback.repository.js';

const PAGE = 200;

/** At night: reminds departments of what has to be answered, and forgets addresses a year after the end. */
@Injectable()
export class FeedbackWatch implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
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
    for (let after = '0'; ;) {
      const rows = await this.feedback.waitingUntil(today, after, PAGE);
      if (rows.length === 0) return;
      await inTransaction(this.source, (transaction) =>
        this.notifier.tell(
          transaction,
          rows.flatMap((row) => noticesOfFeedbackDelay(row, today)),
        ),
      );
      after = rows.at(-1)!.id;
    }
  }
}
