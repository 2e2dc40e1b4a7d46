import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/index.js';

export interface Message {
  id: string;
  transactionId: string;
  topic: string;
  recordId: string;
  revision: number;
}

/** Reads and writes the outbox tables. */
@Injectable()
export class OutboxRepository {
  constructor(private readonly source: DataSource) {}

  /** Adds messages to the caller's transaction and wakes the dispatchers when it commits. */
  async add(transaction: Transaction, topic: string, changes: readonly { recordId: string; revision: number }[]): Promise<void> {
    if (changes.length === 0) return;
    await transaction.query(
      `INSERT INTO outbox_message (transaction_id, topic, record_id, revision)
         SELECT pg_current_xact_id()::text::bigint, $1, * FROM unnest($2::bigint[], $3::integer[])`,
      [topic, changes.map(({ recordId }) => recordId), changes.map(({ revision }) => revision)],
    );
    await transaction.query(`SELECT pg_notify('outbox', '')`);
  }

  /** Makes sure that the consumer has a position; a new one starts at the first message. */
  async register(consumer: string): Promise<void> {
    await this.source.query(`INSERT INTO outbox_consumer VALUES ($1, 0, 0) ON CONFLICT DO NOTHING`, [consumer]);
  }

  /**
   * Hands the consumer its next messages and moves its position when `handle` returns; at-least-once, and exactly once for
   * what is done in the transaction that it is given.
   * Returns how many there were; 0 also when another process is serving this consumer.
   */
  async consume(
    consumer: string,
    limit: number,
    handle: (messages: Message[], transaction: Transaction) => Promise<void>,
  ): Promise<number> {
    return this.source.transaction(async (transaction) => {
      const [position] = await transaction.query<{ transaction_id: string; message_id: string }[]>(
        'SELECT transaction_id, message_id FROM outbox_consumer WHERE name = $1 FOR UPDATE SKIP LOCKED',
        [consumer],
      );
      if (!position) return 0;
      const messages = await transaction.query<Message[]>(
        `SELECT id, transaction_id AS "transactionId", topic, record_id AS "recordId", revision FROM outbox_message
          WHERE (transaction_id, id) > ($1::bigint, $2::bigint) AND transaction_id < (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint
          ORDER BY transaction_id, id LIMIT $3`,
        [position.transaction_id, position.message_id, limit],
      );
      const last = messages.at(-1);
      if (!last) return 0;
      await handle(messages, transaction);
      await transaction.query('UPDATE outbox_consumer SET transaction_id = $2, message_id = $3 WHERE name = $1', [
        consumer,
        last.transactionId,
        last.id,
      ]);
      return messages.length;
    });
  }

  /** Number of messages the consumer has not had yet. */
  async backlog(consumer: string): Promise<number> {
    const [row] = await this.source.query<{ count: string }[]>(
      `SELECT count(*) FROM outbox_message m, outbox_consumer c WHERE c.name = $1 AND (m.transaction_id, m.id) > (c.transaction_id, c.message_id)`,
      [consumer],
    );
    return Number(row!.count);
  }

  /** Deletes what every consumer has had. */
  async sweep(): Promise<void> {
    await this.source.query(
      `DELETE FROM outbox_message m WHERE NOT EXISTS
         (SELECT FROM outbox_consumer c WHERE (c.transaction_id, c.message_id) < (m.transaction_id, m.id))
         AND EXISTS (SELECT FROM outbox_consumer)`,
    );
  }
}
