import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** News of a committed change, written in the transaction of the change. */
@Entity('outbox_message')
@Index('outbox_message_order', ['transactionId', 'id'])
export class OutboxMessage {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'outbox_message_pkey' })
  id: string;

  /** The writing transaction: readers stay behind the oldest one still open, so that none is overtaken. */
  @Column('bigint', { name: 'transaction_id' })
  transactionId: string;

  @Column('text')
  topic: string;

  @Column('bigint', { name: 'record_id' })
  recordId: string;

  @Column('integer')
  revision: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}

/** How far a consumer has read. */
@Entity('outbox_consumer')
export class OutboxConsumer {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'outbox_consumer_pkey' })
  name: string;

  @Column('bigint', { name: 'transaction_id' })
  transactionId: string;

  @Column('bigint', { name: 'message_id' })
  messageId: string;
}
