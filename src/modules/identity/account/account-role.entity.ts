import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Role } from '../policy/role.js';
import { AccountRow } from './account.entity.js';

/** A role of an account, in one department or on the platform. */
@Entity('account_role')
@Index('account_role_department', ['department'])
@Check('account_role_place_check', `(role IN ('systemAdmin', 'securityAdmin', 'auditor')) = (department = '')`)
export class AccountRoleRow {
  @ForeignKey(() => AccountRow, { name: 'account_role_account_fkey' })
  @PrimaryColumn('bigint', { name: 'account_id', primaryKeyConstraintName: 'account_role_pkey' })
  accountId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'account_role_pkey' })
  role: Role;

  /** Code of the department; empty for a role of the platform, since a part of a key cannot be null. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'account_role_pkey', default: '' })
  department: string;

  @Column('timestamptz', { name: 'granted_at', default: () => 'now()' })
  grantedAt: Date;
}
