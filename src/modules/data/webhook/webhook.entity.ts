import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { RecordKind } from '../../catalog/index.js';

export const WEBHOOK_STATES = ['active', 'paused'] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];

/** An address that is told what changes, and how far it has been told. */
@Entity('webhook')
@Index('webhook_department', ['department'])
@Check('webhook_state_check', `state IN ('active', 'paused')`)
@Check('webhook_reason_check', `(state = 'paused') = (reason IS NOT NULL)`)
export class WebhookRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'webhook_pkey' })
  id: string;

  /** Code of the department whose it is. */
  @Column('text')
  department: string;

  @Column('text')
  address: string;

  /** Only changes of records of this kind. */
  @Column('text', { nullable: true })
  kind: RecordKind | null;

  /** Only changes of records of this department. */
  @Column('text', { name: 'of_department', nullable: true })
  ofDepartment: string | null;

  @Column('text', { nullable: true })
  description: string | null;

  /** Sealed: signing needs it, and nobody is shown it again. */
  @Column('text')
  secret: string;

  @Column('text')
  state: WebhookState;

  /** Why it is paused, for people. */
  @Column('text', { nullable: true })
  reason: string | null;

  /** Everything up to here in the feed has arrived or is not asked for. */
  @Column('bigint')
  position: string;

  /** Counts who receives what: with another address or filter, a delivery is another one. */
  @Column('integer')
  revision: number;

  /** End of the delivery that was begun, so that it is the same one at each try. */
  @Column('bigint', { name: 'sending_until', nullable: true })
  sendingUntil: string | null;

  /** In a row. */
  @Column('integer')
  failures: number;

  @Column('timestamptz', { name: 'failing_since', nullable: true })
  failingSince: Date | null;

  @Column('text', { name: 'last_error', nullable: true })
  lastError: string | null;

  @Column('timestamptz', { name: 'next_try_at' })
  nextTryAt: Date;

  @Column('timestamptz', { name: 'last_delivered_at', nullable: true })
  lastDeliveredAt: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
