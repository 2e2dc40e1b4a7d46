import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Nightly, Notifier } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { addMonths } from '../../kernel/date/index.js';
import { inTransaction } from '../../platform/database/index.js';
import { AccessApplicationRepository } from './access-application.repository.js';
import { noticesOfDelay } from './application-notice.js';
import { CONTACT_MONTHS } from './application-state.js';

const PAGE = 200;

/** At night: reminds departments of applications that have to be answered, and forgets contacts a year after the end. */
@Injectable()
export class ApplicationWatch implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly applications: AccessApplicationRepository,
    private readonly notifier: Notifier,
    private readonly nightly: Nightly,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.nightly.add('nightly.accessAnswers', () => this.remind());
    this.nightly.add('nightly.accessContacts', () => this.applications.eraseContacts(addMonths(this.clock.today(), -CONTACT_MONTHS)));
  }

  private async remind(): Promise<void> {
    const today = this.clock.today();
    for (let after = '0'; ;) {
      const rows = await this.applications.waitingUntil(today, after, PAGE);
      if (rows.length === 0) return;
      await inTransaction(this.source, (transaction) =>
        this.notifier.tell(
          transaction,
          rows.flatMap((row) => noticesOfDelay(row, today)),
        ),
      );
      after = rows.at(-1)!.id;
    }
  }
}
