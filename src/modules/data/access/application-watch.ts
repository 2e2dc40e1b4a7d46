import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Nightly, Notifier } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { addMonths } from '../../kernel/date/index.js';
import { AccessApplicationRepository } from './access-application.repository.js';
import { noticesOfDelay } from './application-notice.js';
import { CONTACT_MONTHS } from './application-state.js';

const PAGE = 200;

/** At night: reminds departments of applications that have to be answered, and forgets contacts a year after the end. */
@Injectable()
export class ApplicationWatch implements OnModuleInit {
  constructor(
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
    await this.notifier.tellOfAll(
      '0',
      (after) => this.applications.waitingUntil(today, after, PAGE),
      (row) => noticesOfDelay(row, today),
    );
  }
}
