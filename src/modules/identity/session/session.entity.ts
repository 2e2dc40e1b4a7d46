import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { AccountRow } from '../account/account.entity.js';

/** Somebody signed in: in a browser by a cookie, or a program by a bearer token. */
@Entity('session')
@Unique('session_token_key', ['tokenHash'])
@Index('session_account', ['accountId'])
@Index('session_previous_token', ['previousTokenHash'])
export class SessionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_pkey' })
  id: string;

  @ForeignKey(() => AccountRow, { name: 'session_account_fkey' })
  @Column('bigint', { name: 'account_id' })
  accountId: string;

  /** SHA-256 of the token, which has 256 random bits. */
  @Column('text', { name: 'token_hash' })
  tokenHash: string;

  /** The token before, good for requests that were under way when it changed. */
  @Column('text', { name: 'previous_token_hash', nullable: true })
  previousTokenHash: string | null;

  @Column('timestamptz', { name: 'rotated_at' })
  rotatedAt: Date;

  @Column('text')
  kind: 'browser' | 'api';

  @Column('timestamptz', { name: 'second_factor_at', nullable: true })
  secondFactorAt: Date | null;

  @Column('text', { nullable: true })
  address: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'seen_at' })
  seenAt: Date;

  /** When the password was last given. */
  @Column('timestamptz', { name: 'confirmed_at' })
  confirmedAt: Date;

  /** Whether the password was given here, or somebody was vouched for by the provider of `OIDC_ISSUER`. */
  @Column('text', { default: 'password' })
  method: 'password' | 'oidc';

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}
