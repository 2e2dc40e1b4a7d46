import { Injectable } from '@nestjs/common';
import { DataSource, In, type QueryRunner } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import { WebhookRow } from './webhook.entity.js';

/** What is told of a webhook at its start. */
export type NewWebhookRow = Pick<
  WebhookRow,
  'department' | 'address' | 'kind' | 'ofDepartment' | 'description' | 'secret' | 'createdAt' | 'nextTryAt'
>;

/** What a try or a person changes. */
type WebhookChange = Partial<Omit<WebhookRow, 'id' | 'department' | 'secret' | 'createdAt'>>;

/** A webhook is held by the session lock of this number and the hash of its id; two that share one only take turns. */
const LOCK_CLASS = 7_264_012;

const CANDIDATES = 50;
const DUE = `state = 'active' AND next_try_at <= $1 AND position < (SELECT max(id) FROM catalog_change)`;

/** Webhooks in the database. */
@Injectable()
export class WebhookRepository {
  constructor(private readonly source: DataSource) {}

  /** In the order in which they were registered; all departments when none are named. */
  list(departments?: readonly string[]): Promise<WebhookRow[]> {
    return this.source.manager.find(WebhookRow, {
      where: departments ? { department: In([...departments]) } : {},
      order: { id: 'ASC' },
    });
  }

  find(id: string): Promise<WebhookRow | null> {
    return this.source.manager.findOneBy(WebhookRow, { id });
  }

  lock(transaction: Transaction, id: string): Promise<WebhookRow | null> {
    return transaction.findOne(WebhookRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  count(transaction: Transaction, department: string): Promise<number> {
    return transaction.countBy(WebhookRow, { department });
  }

  /** Adds one that begins at the newest position. */
  async add(transaction: Transaction, row: NewWebhookRow): Promise<WebhookRow> {
    const [{ position }] = await transaction.query<[{ position: string }]>(
      'SELECT coalesce(max(id), 0)::text AS position FROM catalog_change',
    );
    return transaction.save(
      transaction.create(WebhookRow, {
        ...row,
        ...{ state: 'active', reason: null, position, revision: 1, sendingUntil: null },
        ...{ failures: 0, failingSince: null, lastError: null, lastDeliveredAt: null },
      }),
    );
  }

  async update(transaction: Transaction, id: string, change: WebhookChange): Promise<void> {
    await transaction.update(WebhookRow, id, change);
  }

  async remove(transaction: Transaction, id: string): Promise<void> {
    await transaction.delete(WebhookRow, id);
  }

  /**
   * Takes a webhook for which there is something new and whose time has come. It is held by a lock of the connection, as
   * jobs are: that ends with a killed process, and no transaction stays open while somebody else's server thinks.
   */
  async take(holder: QueryRunner, now: Date): Promise<WebhookRow | undefined> {
    const candidates = (await holder.query(`SELECT id FROM webhook WHERE ${DUE} ORDER BY next_try_at, id LIMIT ${CANDIDATES}`, [now])) as {
      id: string;
    }[];
    for (const { id } of candidates) {
      const [lock] = (await holder.query('SELECT pg_try_advisory_lock($1, hashint8($2)) AS held', [LOCK_CLASS, id])) as [{ held: boolean }];
      if (!lock.held) continue;
      // Between looking and locking, another process may have delivered.
      const still = (await holder.query(`SELECT 1 FROM webhook WHERE ${DUE} AND id = $2`, [now, id])) as unknown[];
      const row = still.length > 0 ? await this.find(id) : null;
      if (row) return row;
      await this.release(holder, id);
    }
    return undefined;
  }

  async release(holder: QueryRunner, id: string): Promise<void> {
    await holder.query('SELECT pg_advisory_unlock($1, hashint8($2))', [LOCK_CLASS, id]);
  }

  /** Notes what came of a try; false when the webhook is gone, or is told something else meanwhile. */
  async note({ id, revision, position }: WebhookRow, change: WebhookChange, transaction?: Transaction): Promise<boolean> {
    const { affected } = await (transaction ?? this.source.manager).update(WebhookRow, { id, revision, position }, change);
    return affected === 1;
  }

  /** How many do not get through: those that were paused too. */
  failing(): Promise<number> {
    return this.source.manager.createQueryBuilder(WebhookRow, 'w').where(`w.state = 'paused' OR w.failures > 0`).getCount();
  }
}
