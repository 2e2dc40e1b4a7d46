import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { Config } from '../platform/config/index.js';
import { PublicAddress } from '../platform/http/index.js';
import { Jobs } from '../platform/job/index.js';
import { Log } from '../platform/logging/index.js';
import { Mailer, MailRefused } from '../platform/mail/index.js';
import { confirmationMail } from './confirmation-mail.js';
import { withoutAddress } from './mail-failure.js';
import { Mailboxes } from './mailbox.js';
import { cancelHeaders, cancelPath, confirmPath } from './subscription-address.js';
import { SubscriptionRepository } from './subscription.repository.js';

export const CONFIRMATION = 'subscription.confirmation';

/** Sends the mail that asks for confirmation; a try that is repeated sends the same. */
@Injectable()
export class ConfirmationSender implements OnModuleInit {
  constructor(
    private readonly subscriptions: SubscriptionRepository,
    private readonly mailboxes: Mailboxes,
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
    private readonly address: PublicAddress,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(CONFIRMATION, ({ id }: { id: string }) => this.send(id));
  }

  private async send(id: string): Promise<void> {
    const row = await this.subscriptions.find(id);
    if (!row?.expiresAt || row.expiresAt <= this.clock.now()) return;
    const to = this.mailboxes.open(row.address);
    const link = (path: string) => this.address.url + path;
    const cancel = link(cancelPath(this.mailboxes.token('cancel', id)));
    const confirm = link(confirmPath(this.mailboxes.token('confirm', id)));
    try {
      await this.mailer.send({
        to,
        ...confirmationMail({ site: this.config.siteName, confirm, cancel }),
        id: `subscription-${id}-confirmation-${row.requestedAt.getTime()}`,
        headers: cancelHeaders(cancel),
      });
    } catch (error) {
      const failure = withoutAddress(error, to);
      if (!(failure instanceof MailRefused)) throw failure;
      this.log.warn({ subscription: id, reason: failure.message }, 'a mailbox that was to be confirmed is refused; the address is deleted');
      await this.subscriptions.remove(id);
    }
  }
}
