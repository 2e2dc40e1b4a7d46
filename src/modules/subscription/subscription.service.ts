import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ChangeService } from '../data/index.js';
import { AppError, invalidField } from '../kernel/app-error.js';
import { Clock, secondsLeftOf } from '../kernel/clock.js';
import { inTransaction } from '../platform/database/index.js';
import { Jobs } from '../platform/job/index.js';
import { isAddress, Mailer } from '../platform/mail/index.js';
import { Metrics } from '../platform/metrics/index.js';
import { SearchListService } from '../search/index.js';
import { CONFIRM_WITHIN_HOURS } from './confirmation-mail.js';
import { CONFIRMATION } from './confirmation-sender.js';
import { nextDueDay } from './due-day.js';
import { type LinkPurpose, Mailboxes } from './mailbox.js';
import { savedSearchOf, searchInputOf, searchKeyOf, searchPathOf } from './saved-search.js';
import type { SubscriptionRow } from './subscription.entity.js';
import type { SearchSubscription, SubscriptionInput, SubscriptionRequested } from './subscription.model.js';
import { SubscriptionRepository } from './subscription.repository.js';

const HOUR = 3_600_000;
const EXPIRY = 'subscription.expiry';
const LONGEST_QUERY = 500;
const MOST_OF_CALLER = 50;
const MOST_MAILS_OF_MAILBOX = 3;
const MOST_OF_MAILBOX = 20;

/** Subscriptions to searches by mail, which only the owner of the mailbox can confirm and cancel. */
@Injectable()
export class SubscriptionService implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly subscriptions: SubscriptionRepository,
    private readonly mailboxes: Mailboxes,
    private readonly lists: SearchListService,
    private readonly changes: ChangeService,
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(EXPIRY, async () => void (await this.subscriptions.removeExpired(this.clock.now())));
    this.metrics.gauge('haozhao_subscriptions', 'Subscriptions to searches that are confirmed', async () => {
      return (await this.subscriptions.totals()).confirmed;
    });
  }

  /** Whether mail can be sent at all; without, feeds are what there is. */
  get offered(): boolean {
    return this.mailer.on;
  }

  /**
   * Sends the owner of the mailbox a link, unless enough went there today. What is answered tells nothing of the mailbox.
   * @throws AppError CONFLICT without a mail server, BAD_REQUEST or VALIDATION_FAILED, TOO_MANY_REQUESTS of one caller
   */
  async request(input: SubscriptionInput, caller: string): Promise<SubscriptionRequested> {
    if (!this.mailer.on)
      throw new AppError('CONFLICT', '本站没有开通邮件，不能用邮件订阅；请改用 /search.atom 订阅源。', {
        english: 'No mail is sent by this site; use the feed at /search.atom.',
      });
    if (!isAddress(input.email)) throw invalidField('email', '不是一个邮箱地址，应如 lin@example.cn');
    if ([...(input.q ?? '')].length > LONGEST_QUERY) throw invalidField('q', `要订阅的搜索词最多 ${LONGEST_QUERY} 个字`);
    // Refuses impossible filters.
    await this.lists.inWords(input);
    const position = await this.changes.position();
    await inTransaction(this.source, async (transaction) => {
      const [day, now] = [this.clock.today(), this.clock.now()];
      const counts = (subject: string, most: number) =>
        this.subscriptions.count(transaction, day, this.mailboxes.counted(day, subject), most);
      if (!(await counts(caller, MOST_OF_CALLER))) throw tooMany(day, now);
      const mailbox = this.mailboxes.hash(input.email);
      if (!(await counts(mailbox, MOST_MAILS_OF_MAILBOX))) return;
      if ((await this.subscriptions.countOfMailbox(transaction, mailbox)) >= MOST_OF_MAILBOX) return;
      const search = savedSearchOf(input);
      const expiresAt = new Date(now.getTime() + CONFIRM_WITHIN_HOURS * HOUR);
      const id = await this.subscriptions.putWaiting(transaction, {
        ...{ mailbox, address: this.mailboxes.seal(input.email), search, searchKey: searchKeyOf(search) },
        ...{ frequency: input.frequency, requestedAt: now, expiresAt, position },
      });
      await this.jobs.enqueue(transaction, CONFIRMATION, { id });
      await this.jobs.enqueue(transaction, EXPIRY, {}, { runAt: expiresAt });
    });
    return {
      message: `如果这个邮箱可以收信，很快会收到一封邮件；请在 ${CONFIRM_WITHIN_HOURS} 小时内按其中的网址确认，确认之后才开始发送。`,
      confirmWithinHours: CONFIRM_WITHIN_HOURS,
    };
  }

  /** What a link is for; nothing changes. @throws AppError NOT_FOUND for a link that is none of ours, GONE when there is nothing behind it any more */
  async of(purpose: LinkPurpose, token: string): Promise<SearchSubscription> {
    const row = await this.subscriptions.find(this.known(purpose, token));
    if (!row || this.isExpired(row)) throw gone();
    return this.present(row);
  }

  /** Only a person who presses a button comes here: programs that look into mails follow links. @throws AppError NOT_FOUND, GONE */
  async confirm(token: string): Promise<SearchSubscription> {
    const id = this.known('confirm', token);
    const row = await inTransaction(this.source, async (transaction) => {
      const waiting = await this.subscriptions.lock(transaction, id);
      if (!waiting || this.isExpired(waiting)) throw gone();
      if (waiting.confirmedAt) return waiting;
      const confirmedAt = this.clock.now();
      await this.subscriptions.confirm(transaction, waiting, confirmedAt, nextDueDay(waiting.frequency, this.clock.today()));
      return { ...waiting, confirmedAt };
    });
    return this.present(row);
  }

  /** Deletes the subscription with its address, or all of the mailbox; answers how many. @throws AppError NOT_FOUND */
  async cancel(token: string, all = false): Promise<number> {
    return this.subscriptions.remove(this.known('cancel', token), all);
  }

  private known(purpose: LinkPurpose, token: string): string {
    const id = this.mailboxes.subscriptionOf(purpose, token);
    if (id) return id;
    throw new AppError('NOT_FOUND', '这个网址不完整或不是本站发出的；请把邮件中的网址整个复制过来。', {
      english: 'This link is not one of ours, or a part of it is missing; copy all of it from the mail.',
    });
  }

  private isExpired({ expiresAt }: SubscriptionRow): boolean {
    return expiresAt !== null && expiresAt <= this.clock.now();
  }

  private async present({ search, frequency, confirmedAt }: SubscriptionRow): Promise<SearchSubscription> {
    return {
      q: search.q ?? null,
      conditions: await this.lists.inWords(searchInputOf(search)),
      frequency,
      confirmed: confirmedAt !== null,
      url: searchPathOf(search),
    };
  }
}

function gone(): AppError {
  return new AppError('GONE', `这个订阅已经退订，或没有在 ${CONFIRM_WITHIN_HOURS} 小时内确认，已经删除；需要的话请重新订阅。`, {
    english: `This subscription was cancelled, or not confirmed within ${CONFIRM_WITHIN_HOURS} hours, and has been deleted.`,
  });
}

function tooMany(day: string, now: Date): AppError {
  return new AppError('TOO_MANY_REQUESTS', `同一网络地址每天最多申请 ${MOST_OF_CALLER} 次订阅，请明天再来。`, {
    english: `At most ${MOST_OF_CALLER} subscriptions a day are taken from one address; come back tomorrow.`,
    retryAfter: secondsLeftOf(day, now),
  });
}
