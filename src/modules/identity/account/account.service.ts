import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditRepository, entryWithoutRevision } from '../../audit/index.js';
import { DepartmentService } from '../../department/index.js';
import { AppError, invalidField } from '../../kernel/app-error.js';
import { Clock } from '../../kernel/clock.js';
import { inTransaction, type Transaction, violatedConstraint } from '../../platform/database/index.js';
import { PasswordHasher } from '../password/index.js';
import type { Actor } from '../policy/actor.js';
import { demand, departmentsFor } from '../policy/policy.js';
import { type Grant, grantConflict, isPlatformRole, ROLE_LABELS } from '../policy/role.js';
import { SessionService } from '../session/session.service.js';
import { AccountRoleRow } from './account-role.entity.js';
import { AccountRow } from './account.entity.js';
import { AccountRepository } from './account.repository.js';

/** What the platform's administrator says of a new person. */
export interface NewAccount {
  name: string;
  personName: string;
  email?: string | null;
  phone?: string | null;
}

const ACCOUNT_NAME = /^[a-z][a-z0-9._-]{2,39}$/;
const LETTERS = 'abcdefghjkmnpqrstuvwxyz';
const CAPITALS = 'ABCDEFGHJKMNPQRSTUVWXYZ';
const DIGITS = '23456789';
const INITIAL_LENGTH = 16;

/** A first password that a person can read from paper and must change at once. */
function initialPassword(): string {
  const all = LETTERS + CAPITALS + DIGITS;
  const pick = (from: string) => from[randomInt(from.length)]!;
  return pick(LETTERS) + pick(CAPITALS) + pick(DIGITS) + Array.from({ length: INITIAL_LENGTH - 3 }, () => pick(all)).join('');
}

/** Opening, equipping, recovering and closing accounts; every step is audited and asks the policy. */
@Injectable()
export class AccountService {
  constructor(
    private readonly source: DataSource,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionService,
    private readonly passwords: PasswordHasher,
    private readonly departments: DepartmentService,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
  ) {}

  /** Opens an account without any role; answers the first password, which is shown once. @throws AppError CONFLICT, VALIDATION_FAILED */
  async create({ name, personName, email = null, phone = null }: NewAccount, actor: Actor): Promise<{ password: string }> {
    demand(actor, 'account.create');
    if (!ACCOUNT_NAME.test(name)) throw invalidField('name', '账号名以小写字母开头，由小写字母、数字、点、下划线或连字符组成，3–40 个字符');
    const password = initialPassword();
    const passwordHash = await this.passwords.hash(password);
    try {
      await inTransaction(this.source, async (transaction) => {
        await transaction.insert(AccountRow, { name, personName, email, phone, passwordHash, passwordChangedAt: this.clock.now() });
        await this.note(transaction, 'account.created', name, actor);
      });
    } catch (error) {
      if (violatedConstraint(error) === 'account_name_key')
        throw new AppError('CONFLICT', `账号“${name}”已存在，请换一个名字。`, { fields: [{ field: 'name', message: '已存在' }] });
      throw error;
    }
    return { password };
  }

  /** Names of the persons behind accounts, for those who work with them. */
  personNames(names: Iterable<string>): Promise<ReadonlyMap<string, string>> {
    return this.accounts.personNames([...new Set(names)]);
  }

  list(actor: Actor, departments: readonly string[] | undefined): Promise<(AccountRow & { grants: Grant[] })[]> {
    for (const department of departments ?? [null]) demand(actor, 'member.read', { department });
    return this.accounts.list(departments);
  }

  /** One account. @throws AppError NOT_FOUND, also for one that holds no role in a department of the actor */
  async get(name: string, actor: Actor): Promise<AccountRow & { grants: Grant[] }> {
    const departments = departmentsFor(actor, 'member.read');
    const account = await this.accounts.byName(name);
    const grants = account ? await this.accounts.grants(account.id) : [];
    const own = departments === undefined || grants.some(({ department }) => department !== null && departments.includes(department));
    if (!account || !own) throw unknown(name);
    return { ...account, grants };
  }

  /** Gives a role. Nobody gives one to themselves, and the three administrators stay three persons. */
  async grant(name: string, grant: Grant, actor: Actor): Promise<void> {
    this.demandRole(name, grant, actor);
    if (grant.department !== null) await this.departments.get(grant.department);
    await this.change(name, actor, 'role.granted', async (transaction, account) => {
      const held = await this.accounts.grants(account.id);
      const conflict = grantConflict(held, grant);
      if (conflict) throw new AppError('CONFLICT', `${conflict}。`, { fields: [{ field: 'role', message: conflict }] });
      await transaction.upsert(AccountRoleRow, { accountId: account.id, ...stored(grant) }, ['accountId', 'role', 'department']);
      await this.sessions.endAll(transaction, account.id);
      return grant;
    });
  }

  async revoke(name: string, grant: Grant, actor: Actor): Promise<void> {
    this.demandRole(name, grant, actor);
    await this.change(name, actor, 'role.revoked', async (transaction, account) => {
      const { affected } = await transaction.delete(AccountRoleRow, { accountId: account.id, ...stored(grant) });
      if (!affected) throw new AppError('NOT_FOUND', `账号“${name}”没有“${ROLE_LABELS[grant.role]}”这个角色。`);
      await this.sessions.endAll(transaction, account.id);
      return grant;
    });
  }

  /** Shuts an account out at once, its sessions and keys with it. */
  async disable(name: string, actor: Actor): Promise<void> {
    demand(actor, 'account.create');
    await this.change(name, actor, 'account.disabled', async (transaction, account) => {
      await transaction.update(AccountRow, account.id, { disabledAt: this.clock.now() });
      await this.sessions.endAll(transaction, account.id);
    });
  }

  async enable(name: string, actor: Actor): Promise<void> {
    demand(actor, 'account.create');
    await this.change(name, actor, 'account.enabled', async (transaction, account) => {
      await transaction.update(AccountRow, account.id, { disabledAt: null });
    });
  }

  async unlock(name: string, actor: Actor): Promise<void> {
    demand(actor, 'account.recover');
    await this.change(name, actor, 'account.unlocked', async (transaction, account) => {
      await transaction.update(AccountRow, account.id, { failures: 0, lastFailedAt: null });
    });
  }

  /** A new first password, shown once; sessions end. */
  async resetPassword(name: string, actor: Actor): Promise<{ password: string }> {
    demand(actor, 'account.recover');
    const password = initialPassword();
    const passwordHash = await this.passwords.hash(password);
    await this.change(name, actor, 'account.passwordReset', async (transaction, account) => {
      await transaction.update(AccountRow, account.id, { passwordHash, mustChangePassword: true, failures: 0, lastFailedAt: null });
      await this.sessions.endAll(transaction, account.id);
    });
    return { password };
  }

  /** For a lost phone: the next sign-in asks to set the second factor up anew. */
  async resetSecondFactor(name: string, actor: Actor): Promise<void> {
    demand(actor, 'account.recover');
    await this.change(name, actor, 'account.secondFactorReset', async (transaction, account) => {
      await transaction.update(AccountRow, account.id, { totpSecret: null, totpStep: null, recoveryHashes: [] });
      await this.sessions.endAll(transaction, account.id);
    });
  }

  private demandRole(name: string, { role, department }: Grant, actor: Actor): void {
    if (isPlatformRole(role)) demand(actor, 'role.grant');
    else demand(actor, 'member.grant', { department });
    if (actor.name === name)
      throw new AppError('FORBIDDEN', '不能改变自己的角色，请由另一位管理员办理。', { english: 'Nobody changes their own roles.' });
  }

  private async change(
    name: string,
    actor: Actor,
    action: string,
    work: (transaction: Transaction, account: AccountRow) => Promise<Grant | void>,
  ): Promise<void> {
    const found = await this.accounts.byName(name);
    if (!found) throw unknown(name);
    await inTransaction(this.source, async (transaction) => {
      const account = await this.accounts.lock(transaction, found.id);
      const grant = await work(transaction, account);
      await this.note(transaction, action, name, actor, grant ?? undefined);
    });
  }

  private note(transaction: Transaction, action: string, name: string, actor: Actor, grant?: Grant): Promise<void> {
    const objectId = grant ? `${name} ${grant.role}${grant.department ? `@${grant.department}` : ''}` : name;
    return this.audit.append(transaction, [entryWithoutRevision({ actor: actor.name, action, objectType: 'account', objectId })]);
  }
}

const unknown = (name: string) =>
  new AppError('NOT_FOUND', `没有账号“${name}”，请检查账号名。`, { english: `There is no account ${name}.` });

const stored = ({ role, department }: Grant) => ({ role, department: department ?? '' });
