import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { AccountRow } from '../account/account.entity.js';

/** Who an account is at a provider: issuer and subject together never mean somebody else (OpenID Connect Core 5.7). */
@Entity('account_identity')
@Unique('account_identity_account_key', ['accountId'])
export class AccountIdentityRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'account_identity_pkey' })
  issuer: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'account_identity_pkey', collation: 'C' })
  subject: string;

  /** An account is one person, and has one identity. */
  @ForeignKey(() => AccountRow, { name: 'account_identity_account_fkey' })
  @Column('bigint', { name: 'account_id' })
  accountId: string;

  @Column('timestamptz', { name: 'linked_at' })
  linkedAt: Date;
}
