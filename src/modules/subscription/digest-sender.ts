import { Injectable } from '@nestjs/common';
import { ChangeService, type NewRecords } from '../data/index.js';
import { Config } from '../platform/config/index.js';
import { PublicAddress } from '../platform/http/index.js';
import { Mailer } from '../platform/mail/index.js';
import { type ListedHit, SearchListService } from '../search/index.js';
import { digestMail } from './digest-mail.js';
import { withoutAddress } from './mail-failure.js';
import { Mailboxes } from './mailbox.js';
import { searchInputOf, searchPathOf } from './saved-search.js';
import { cancelHeaders, cancelPath } from './subscription-address.js';
import type { SubscriptionRow } from './subscription.entity.js';
import { SubscriptionRepository } from './subscription.repository.js';

const MOST_TITLES = 20;
const PAGE = 100;

/** Which records are new to a subscription. */
interface News {
  total: number;
  hits: ListedHit[];
}

/** Finds what is new to one subscription, and mails it. */
@Injectable()
export class DigestSender {
  constructor(
    private readonly subscriptions: SubscriptionRepository,
    private readonly mailboxes: Mailboxes,
    private readonly lists: SearchListService,
    private readonly changes: ChangeService,
    private readonly mailer: Mailer,
    private readonly address: PublicAddress,
    private readonly config: Config,
  ) {}

  /**
   * False when there was nothing to tell. How far the mail goes is stored before it is sent: a try after a killed process is
   * the same mail under the same name.
   * @throws MailRefused, or another error when a later try may succeed; neither names the address
   */
  async send(row: SubscriptionRow, newRecords: NewRecords): Promise<boolean> {
    const news = await this.newsOf(row, newRecords);
    if (news.hits.length === 0) return false;
    if (!(await this.subscriptions.beginSending(row.id, newRecords.until))) return false;
    const to = this.mailboxes.open(row.address);
    const base = this.address.url;
    const cancel = base + cancelPath(this.mailboxes.token('cancel', row.id));
    const { search } = row;
    const conditions = await this.lists.inWords(searchInputOf(search));
    const asked = { q: search.q ?? '', conditions, all: base + searchPathOf(search) };
    try {
      await this.mailer.send({
        to,
        ...digestMail({ site: this.config.siteName, base, cancel, ...asked, ...news, hits: news.hits.slice(0, MOST_TITLES) }),
        id: `subscription-${row.id}-${newRecords.after}-${newRecords.until}`,
        headers: cancelHeaders(cancel),
      });
    } catch (error) {
      throw withoutAddress(error, to);
    }
    return true;
  }

  /** The search knows the time of a record, the log its place: what was committed late is told once, and nothing twice. */
  private async newsOf({ search }: SubscriptionRow, newRecords: NewRecords): Promise<News> {
    if (!newRecords.times) return { total: 0, hits: [] };
    const where = { field: 'createdAt', ...newRecords.times } as const;
    let told = 0;
    for (let after: string | undefined; ;) {
      const page = await this.lists.page(searchInputOf(search), { where, strict: true, limit: PAGE, after });
      const isNew = await this.changes.amongNew(
        newRecords,
        page.hits.map(({ identifier }) => identifier),
      );
      const hits = page.hits.filter(({ identifier }) => isNew.has(identifier));
      told += page.hits.length - hits.length;
      if (hits.length > 0 || page.next === null) return { total: Math.max(hits.length, page.total - told), hits };
      after = page.next;
    }
  }
}
