import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccountRoleRow } from '../account/account-role.entity.js';
import { AccountRow } from '../account/account.entity.js';
import type { Grant } from '../policy/role.js';
import { SessionRow } from './session.entity.js';

/** A session with whose it is and what that person may do. */
export interface SessionOfPerson {
  session: SessionRow;
  account: AccountRow;
  grants: Grant[];
}

/** Finds sessions in the database. */
@Injectable()
export class SessionRepository {
  constructor(private readonly source: DataSource) {}

  /** By its token or the one before, in one statement: every request of a person asks. */
  async find(tokenHash: string, kind: SessionRow['kind']): Promise<SessionOfPerson | undefined> {
    const found = (await this.source.manager
      .createQueryBuilder(SessionRow, 's')
      .innerJoinAndMapOne('s.account', AccountRow, 'a', 'a.id = s.account_id')
      .leftJoinAndMapMany('s.roles', AccountRoleRow, 'r', 'r.account_id = s.account_id')
      .where('s.kind = :kind AND (s.token_hash = :tokenHash OR s.previous_token_hash = :tokenHash)', { kind, tokenHash })
      .orderBy('r.role')
      .addOrderBy('r.department')
      .getOne()) as (SessionRow & { account: AccountRow; roles: AccountRoleRow[] }) | null;
    if (!found) return undefined;
    const { account, roles, ...session } = found;
    return { session, account, grants: roles.map(({ role, department }) => ({ role, department: department || null })) };
  }
}
