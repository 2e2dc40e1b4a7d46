import { Injectable } from '@nestjs/common';
import { DataSource, In, LessThanOrEqual } from 'typeorm';
import type { Transaction } from '../platform/database/index.js';
import { SubscriptionRow } from './subscription.entity.js';

/** What is known when somebody asks. */
export type NewSubscription = Pick<
  SubscriptionRow,
  'mailbox' | 'address' | 'search' | 'searchKey' | 'frequency' | 'requestedAt' | 'expiresAt' | 'position'
>;

/** Held by whoever sends this night's mails. */
const ROUND_LOCK = 7_264_092;

/** Subscriptions in the database. */
@Injectable()
export class SubscriptionRepository {
  constructor(private readonly source: DataSource) {}

  /** Counts something of a day up to a limit; false when it is reached. Whoever counts the same waits for the transaction. */
  async count(transaction: Transaction, day: string, subject: string, most: number): Promise<boolean> {
    const rows = await transaction.query<unknown[]>(
      `INSERT INTO subscription_count AS c (day, subject, count) VALUES ($1, $2, 1)
         ON CONFLICT (day, subject) DO UPDATE SET count = c.count + 1 WHERE c.count < $3 RETURNING count`,
      [day, subject, most],
    );
    return rows.length > 0;
  }

  /** Forgets what was counted before a day. */
  async forgetCounts(day: string): Promise<void> {
    await this.source.query('DELETE FROM subscription_count WHERE day < $1', [day]);
  }

  countOfMailbox(transaction: Transaction, mailbox: string): Promise<number> {
    return transaction.countBy(SubscriptionRow, { mailbox });
  }

  /** Adds one that waits for confirmation, or renews the one that waits for the same already. */
  async putWaiting(transaction: Transaction, row: NewSubscription): Promise<string> {
    const [{ id }] = await transaction.query<[{ id: string }]>(
      `INSERT INTO subscription (mailbox, address, search, search_key, frequency, requested_at, expires_at, position)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (mailbox, search_key) WHERE confirmed_at IS NULL
         DO UPDATE SET address = excluded.address, frequency = excluded.frequency, requested_at = excluded.requested_at,
           expires_at = excluded.expires_at RETURNING id`,
      [row.mailbox, row.address, JSON.stringify(row.search), row.searchKey, row.frequency, row.requestedAt, row.expiresAt, row.position],
    );
    return id;
  }

  find(id: string): Promise<SubscriptionRow | null> {
    return this.source.manager.findOneBy(SubscriptionRow, { id });
  }

  lock(transaction: Transaction, id: string): Promise<SubscriptionRow | null> {
    return transaction.findOne(SubscriptionRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Confirms one; an earlier one of the same mailbox and search makes way for it and leaves its position. */
  async confirm(transaction: Transaction, row: SubscriptionRow, confirmedAt: Date, dueOn: string): Promise<void> {
    const [earlier] = await transaction.query<[{ position: string }[], number]>(
      'DELETE FROM subscription WHERE mailbox = $1 AND search_key = $2 AND confirmed_at IS NOT NULL RETURNING position',
      [row.mailbox, row.searchKey],
    );
    await transaction.update(SubscriptionRow, row.id, {
      confirmedAt,
      expiresAt: null,
      dueOn,
      position: earlier[0]?.position ?? row.position,
    });
  }

  /** Deletes one, or all of its mailbox; answers how many. */
  async remove(id: string, all = false): Promise<number> {
    const [, removed] = await this.source.query<[unknown[], number]>(
      all
        ? 'DELETE FROM subscription WHERE mailbox = (SELECT mailbox FROM subscription WHERE id = $1)'
        : 'DELETE FROM subscription WHERE id = $1',
      [id],
    );
    return removed;
  }

  /** Deletes what was not confirmed in time; answers how many. */
  async removeExpired(now: Date): Promise<number> {
    return (await this.source.manager.delete(SubscriptionRow, { expiresAt: LessThanOrEqual(now) })).affected ?? 0;
  }

  /** What is looked at in a night, page by page. */
  due(today: string, after: string, limit: number): Promise<SubscriptionRow[]> {
    return this.source.manager
      .createQueryBuilder(SubscriptionRow, 's')
      .where('s.confirmedAt IS NOT NULL AND s.dueOn <= :today AND s.id > :after', { today, after })
      .orderBy('s.id')
      .limit(limit)
      .getMany();
  }

  /** Notes how far a mail goes before it is sent; false when the subscription has gone. */
  async beginSending(id: string, until: string): Promise<boolean> {
    return (await this.source.manager.update(SubscriptionRow, id, { sendingUntil: until })).affected === 1;
  }

  /** News has been told until there; they are looked at again on that day. */
  async moveOn(ids: readonly string[], until: string, dueOn: string): Promise<void> {
    if (ids.length === 0) return;
    await this.source.manager.update(SubscriptionRow, { id: In([...ids]) }, { position: until, sendingUntil: null, dueOn, refusals: 0 });
  }

  async noteRefusal({ id, refusals }: SubscriptionRow, dueOn: string): Promise<void> {
    await this.source.manager.update(SubscriptionRow, id, { refusals: refusals + 1, dueOn });
  }

  /** Runs the round of a night, unless some process is at it; the lock ends with a killed process. */
  async asOnlyRound<T>(work: () => Promise<T>): Promise<T | undefined> {
    const holder = this.source.createQueryRunner();
    try {
      const [{ held }] = (await holder.query('SELECT pg_try_advisory_lock($1) AS held', [ROUND_LOCK])) as [{ held: boolean }];
      if (!held) return undefined;
      try {
        return await work();
      } finally {
        await holder.query('SELECT pg_advisory_unlock($1)', [ROUND_LOCK]);
      }
    } finally {
      await holder.release();
    }
  }

  /** How many are confirmed, and how many wait. */
  async totals(): Promise<{ confirmed: number; waiting: number }> {
    const [row] = await this.source.query<[{ confirmed: string; waiting: string }]>(
      'SELECT count(confirmed_at) AS confirmed, count(expires_at) AS waiting FROM subscription',
    );
    return { confirmed: Number(row.confirmed), waiting: Number(row.waiting) };
  }
}
