import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '../platform/database/index.js';
import { PublicAddress } from '../platform/http/index.js';
import { GiveUp, Jobs } from '../platform/job/index.js';
import { Mailer, MailRefused } from '../platform/mail/index.js';
import { SecretBox } from '../platform/secret/index.js';
import { feedbackMailText } from './feedback-mail-text.js';
import { feedbackNumber } from './feedback-state.js';
import { FeedbackRepository } from './feedback.repository.js';

const MAIL = 'feedback.mail';

/** What addresses are sealed for. */
export const CONTACT = 'feedback-contact';

/** Sends the answer to whoever left an address: one mail, as a job of the transaction that answered. */
@Injectable()
export class FeedbackMail implements OnModuleInit {
  constructor(
    private readonly feedback: FeedbackRepository,
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
    private readonly secrets: SecretBox,
    private readonly address: PublicAddress,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(MAIL, ({ feedbackId }: { feedbackId: string }) => this.send(feedbackId));
  }

  async enqueue(transaction: Transaction, { id, contact }: { id: string; contact: string | null }): Promise<void> {
    if (contact !== null && this.mailer.on) await this.jobs.enqueue(transaction, MAIL, { feedbackId: id }, { key: id });
  }

  /** Sends first and is marked as done afterwards: a process that dies between may send it again, and never loses it. */
  private async send(id: string): Promise<void> {
    const row = await this.feedback.find(id);
    if (!row || row.contact === null || row.state === 'waiting') return;
    try {
      await this.mailer.send({
        to: this.secrets.open(row.contact, CONTACT),
        subject: `[好找] ${feedbackNumber(row)} 已有答复`,
        text: feedbackMailText(row, this.address.url),
        id: `feedback-${id}`,
      });
    } catch (error) {
      throw error instanceof MailRefused ? new GiveUp(`the mail server refuses: ${error.message}`) : error;
    }
  }
}
