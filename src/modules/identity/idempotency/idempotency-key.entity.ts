import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The answer of a request, as it is given again. */
export interface KeptAnswer {
  status: number;
  etag: string | null;
  body: unknown;
}

/** A request that its caller numbered, so that it happens once however often it is sent. */
@Entity('idempotency_key')
@Index('idempotency_key_started', ['startedAt'])
export class IdempotencyKeyRow {
  /** Whose key it is: two callers may choose the same one. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_key_pkey' })
  participant: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_key_pkey', collation: 'C' })
  key: string;

  /** Hash of the request, since a key belongs to one request. */
  @Column('text')
  fingerprint: string;

  /** Which attempt works on it. */
  @Column('text')
  run: string;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  /** Set in the transaction of the work itself: the work is done, even if its answer was lost. */
  @Column('timestamptz', { name: 'committed_at', nullable: true })
  committedAt: Date | null;

  @Column('jsonb', { nullable: true })
  answer: KeptAnswer | null;
}
