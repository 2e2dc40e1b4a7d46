import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Nightly } from '../catalog/index.js';
import { ChangeService, type NewRecords } from '../data/index.js';
import { Clock } from '../kernel/clock.js';
import { addDays } from '../kernel/date/index.js';
import { Log } from '../platform/logging/index.js';
import { Mailer, MailRefused } from '../platform/mail/index.js';
import { SearchIndexer } from '../search/index.js';
import { DigestSender } from './digest-sender.js';
import { nextDueDay } from './due-day.js';
import { FREQUENCIES, type SubscriptionRow } from './subscription.entity.js';
import { SubscriptionRepository } from './subscription.repository.js';

const PAGE = 200;
/** Mails under way at once. */
const AT_ONCE = 4;
/** So many failures in a row are the mail server's, not the mailboxes'. */
const SERVER_IS_AWAY = 10;
/** A mailbox is given up when it was refused so many nights in a row: one night may be a mistake of the receiving side. */
const MOST_REFUSALS = 3;

/** What became of a night. */
export interface RoundTally {
  sent: number;
  quiet: number;
  refused: number;
  failed: number;
}

/** At night: walks through what is due, page by page, and sends the news; whatever fails stays due. */
@Injectable()
export class DigestRound implements OnModuleInit {
  constructor(
    private readonly subscriptions: SubscriptionRepository,
    private readonly sender: DigestSender,
    private readonly changes: ChangeService,
    private readonly indexer: SearchIndexer,
    private readonly nightly: Nightly,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.nightly.add('nightly.subscriptions', () => this.run());
    this.nightly.add('nightly.subscriptionCounts', async () => {
      await this.subscriptions.forgetCounts(this.clock.today());
      return this.subscriptions.removeExpired(this.clock.now());
    });
  }

  /** @throws when the index lacks changes, or mails were not taken: the job tries again, and what was sent is not sent again */
  async run(): Promise<RoundTally | undefined> {
    if (!this.mailer.on) return undefined;
    return this.subscriptions.asOnlyRound(async () => {
      const until = await this.changes.position();
      if (await this.indexer.isBehind()) throw new Error('the search index is behind the catalog');
      const tally: RoundTally = { sent: 0, quiet: 0, refused: 0, failed: 0 };
      const inRow = { failures: 0 };
      for (let after = '0'; ;) {
        const rows = await this.subscriptions.due(this.clock.today(), after, PAGE);
        if (rows.length === 0) break;
        await this.tell(rows, until, tally, inRow);
        after = rows.at(-1)!.id;
      }
      if (tally.failed > 0) throw new Error(`${tally.failed} mails to subscribers were not taken, ${tally.sent} were`);
      return tally;
    });
  }

  private async tell(rows: readonly SubscriptionRow[], until: string, tally: RoundTally, inRow: { failures: number }): Promise<void> {
    const windows = new Map<string, Promise<NewRecords>>();
    const quiet: SubscriptionRow[] = [];
    const waiting = [...rows];
    const work = async () => {
      for (let row = waiting.shift(); row; row = waiting.shift()) {
        if (inRow.failures >= SERVER_IS_AWAY) throw new Error(`the mail server takes nothing; ${tally.sent} mails were sent`);
        const { position, sendingUntil } = row;
        const end = sendingUntil ?? until;
        const key = `${position}-${end}`;
        const window = windows.get(key) ?? this.changes.newRecords(position, end);
        windows.set(key, window);
        const outcome = await this.tellOne(row, await window);
        inRow.failures = outcome === 'failed' ? inRow.failures + 1 : outcome === 'sent' ? 0 : inRow.failures;
        tally[outcome] += 1;
        if (outcome === 'quiet') quiet.push(row);
      }
    };
    const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
    for (const frequency of FREQUENCIES) {
      const ids = quiet.filter((row) => row.frequency === frequency && row.sendingUntil === null).map(({ id }) => id);
      await this.subscriptions.moveOn(ids, until, nextDueDay(frequency, this.clock.today()));
    }
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  }

  private async tellOne(row: SubscriptionRow, window: NewRecords): Promise<keyof RoundTally> {
    const { id, frequency } = row;
    const today = this.clock.today();
    try {
      const sent = await this.sender.send(row, window);
      // What was begun before and has nothing left to tell moves on by itself, since it ends elsewhere.
      if (sent || row.sendingUntil !== null) await this.subscriptions.moveOn([id], window.until, nextDueDay(frequency, today));
      return sent ? 'sent' : 'quiet';
    } catch (error) {
      if (!(error instanceof MailRefused)) {
        this.log.warn({ subscription: id, reason: (error as Error).message }, 'a mail to a subscriber failed; it will try again');
        return 'failed';
      }
      if (row.refusals + 1 >= MOST_REFUSALS) await this.subscriptions.remove(id);
      else await this.subscriptions.noteRefusal(row, addDays(today, 1));
      this.log.warn({ subscription: id, reason: error.message, refusals: row.refusals + 1 }, 'a mail to a subscriber is refused');
      return 'refused';
    }
  }
}
