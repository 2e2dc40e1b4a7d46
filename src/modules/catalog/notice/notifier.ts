import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { inTransaction, type Transaction } from '../../platform/database/index.js';
import { PublicAddress } from '../../platform/http/index.js';
import { GiveUp, Jobs } from '../../platform/job/index.js';
import { Mailer, MailRefused } from '../../platform/mail/index.js';
import { mailText } from './mail-text.js';
import type { NoticeDraft } from './notice-draft.js';
import { NoticeRepository } from './notice.repository.js';

const MAIL = 'notice.mail';

/** Tells people what concerns them, in the transaction of what happened; the mail follows as a job of its own, one for each. */
@Injectable()
export class Notifier implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly notices: NoticeRepository,
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
    private readonly address: PublicAddress,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(MAIL, ({ noticeId }: { noticeId: string }) => this.mail(noticeId));
  }

  async tell(transaction: Transaction, drafts: readonly NoticeDraft[]): Promise<void> {
    for (const draft of drafts) {
      const mailable = await this.notices.add(transaction, draft, this.clock.now());
      if (!this.mailer.on) continue;
      for (const { id } of mailable) await this.jobs.enqueue(transaction, MAIL, { noticeId: id }, { key: id });
    }
  }

  /** Tells of everything that is read page by page, from the row after `first` on: a page in one transaction. */
  async tellOfAll<T extends { id: string }>(
    first: string,
    pageAfter: (id: string) => Promise<readonly T[]>,
    noticesOf: (row: T) => NoticeDraft[],
  ): Promise<void> {
    for (let after = first; ;) {
      const rows = await pageAfter(after);
      if (rows.length === 0) return;
      await inTransaction(this.source, (transaction) => this.tell(transaction, rows.flatMap(noticesOf)));
      after = rows.at(-1)!.id;
    }
  }

  /** Sends first and is marked as done afterwards: a process that dies between may send it again, and never loses it. */
  private async mail(noticeId: string): Promise<void> {
    const notice = await this.notices.mailable(noticeId);
    if (!notice?.email) return;
    try {
      await this.mailer.send({
        to: notice.email,
        subject: `[好找] ${notice.subject}`,
        text: mailText(notice, this.address.url),
        id: `notice-${noticeId}`,
      });
    } catch (error) {
      throw error instanceof MailRefused ? new GiveUp(`the mail server refuses: ${error.message}`) : error;
    }
  }
}
