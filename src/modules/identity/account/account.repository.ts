import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import type { Grant } from '../policy/role.js';
import { AccountRoleRow } from './account-role.entity.js';
import { AccountRow } from './account.entity.js';

/** Accounts and their roles in the database. */
@Injectable()
export class AccountRepository {
  constructor(private readonly source: DataSource) {}

  byName(name: string): Promise<AccountRow | null> {
    return this.source.manager.findOneBy(AccountRow, { name });
  }

  byId(id: string): Promise<AccountRow | null> {
    return this.source.manager.findOneBy(AccountRow, { id });
  }

  async grants(accountId: string): Promise<Grant[]> {
    const rows = await this.source.manager.find(AccountRoleRow, { where: { accountId }, order: { role: 'ASC', department: 'ASC' } });
    return rows.map(({ role, department }) => ({ role, department: department || null }));
  }

  /** Accounts with their roles; of one department when it is given. */
  async list(departments?: readonly string[]): Promise<(AccountRow & { grants: Grant[] })[]> {
    const accounts = await this.source.manager
      .createQueryBuilder(AccountRow, 'a')
      .where(
        departments ? 'a.id IN (SELECT account_id FROM account_role WHERE department = ANY(:departments))' : 'true',
        departments ? { departments } : {},
      )
      .orderBy('a.name')
      .getMany();
    const roles = await this.source.manager
      .createQueryBuilder(AccountRoleRow, 'r')
      .where('r.account_id = ANY(:ids)', { ids: accounts.map(({ id }) => id) })
      .orderBy('r.role')
      .getMany();
    return accounts.map((account) => ({
      ...account,
      grants: roles
        .filter(({ accountId }) => accountId === account.id)
        .map(({ role, department }) => ({ role, department: department || null })),
    }));
  }

  /** Names of the persons behind accounts. */
  async personNames(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.source.manager.find(AccountRow, { select: { name: true, personName: true }, where: { name: In([...names]) } });
    return new Map(rows.map(({ name, personName }) => [name, personName]));
  }

  async setMailNotices(id: string, mailNotices: boolean): Promise<void> {
    await this.source.manager.update(AccountRow, id, { mailNotices });
  }

  /** Locks an account so that attempts are counted one after the other. */
  async lock(transaction: Transaction, id: string): Promise<AccountRow> {
    return transaction.findOneOrFail(AccountRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }
}
