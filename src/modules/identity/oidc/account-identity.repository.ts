import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import { AccountRow } from '../account/account.entity.js';
import { AccountIdentityRow } from './account-identity.entity.js';

/** Which identity at a provider is which account. */
@Injectable()
export class AccountIdentityRepository {
  constructor(private readonly source: DataSource) {}

  async accountOf(issuer: string, subject: string): Promise<AccountRow | null> {
    const known = await this.source.manager.findOneBy(AccountIdentityRow, { issuer, subject });
    return known && this.source.manager.findOneBy(AccountRow, { id: known.accountId });
  }

  /** Whether the link is new; false when the account or the identity has one already, whoever was quicker. */
  async add(transaction: Transaction, row: AccountIdentityRow): Promise<boolean> {
    const rows = await transaction.query<unknown[]>(
      `INSERT INTO account_identity (issuer, subject, account_id, linked_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING 1`,
      [row.issuer, row.subject, row.accountId, row.linkedAt],
    );
    return rows.length > 0;
  }

  async remove(transaction: Transaction, accountId: string): Promise<boolean> {
    const { affected } = await transaction.delete(AccountIdentityRow, { accountId });
    return (affected ?? 0) > 0;
  }
}
