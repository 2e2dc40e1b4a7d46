import { Check, Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { SavedSearch } from './saved-search.js';

export const FREQUENCIES = ['daily', 'weekly'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** A search whose news somebody wants by mail; deleted, and with it the address, when it is cancelled or not confirmed in time. */
@Entity('subscription')
@Check('subscription_frequency_check', `frequency IN ('daily', 'weekly')`)
@Check('subscription_state_check', '(confirmed_at IS NULL) = (expires_at IS NOT NULL) AND (confirmed_at IS NULL) = (due_on IS NULL)')
@Index('subscription_waiting', { synchronize: false })
@Index('subscription_confirmed', { synchronize: false })
@Index('subscription_expiry', { synchronize: false })
export class SubscriptionRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'subscription_pkey' })
  id: string;

  /** Keyed hash of the mailbox, by which duplicates are found. */
  @Column('text')
  mailbox: string;

  /** The address, sealed. */
  @Column('text')
  address: string;

  @Column('jsonb')
  search: SavedSearch;

  /** Hash of the search: the same search has the same. */
  @Column('text', { name: 'search_key' })
  searchKey: string;

  @Column('text')
  frequency: Frequency;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt: Date;

  /** When it is deleted unless it is confirmed. */
  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt: Date | null;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt: Date | null;

  /** How far in the log of changes news was told. */
  @Column('bigint')
  position: string;

  /** How far the mail under way goes: another try of it is the same mail. */
  @Column('bigint', { name: 'sending_until', nullable: true })
  sendingUntil: string | null;

  /** Day in China in whose night it is looked at next. */
  @Column('text', { name: 'due_on', nullable: true })
  dueOn: string | null;

  /** Nights in a row on which the mail server refused the address. */
  @Column('integer', { default: 0 })
  refusals: number;
}

/** How much was asked for on a day from one place or for one mailbox; forgotten the day after. */
@Entity('subscription_count')
export class SubscriptionCountRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'subscription_count_pkey' })
  day: string;

  /** Keyed hash of the day and of what is counted. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'subscription_count_pkey' })
  subject: string;

  @Column('integer')
  count: number;
}
