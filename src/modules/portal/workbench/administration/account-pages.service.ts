import { Injectable } from '@nestjs/common';
import { DepartmentService } from '../../../department/index.js';
import {
  AccountService,
  type Actor,
  DEPARTMENT_ROLES,
  departmentsFor,
  type Grant,
  isPlatformRole,
  lockoutAfter,
  may,
  PLATFORM_ROLES,
  ROLE_LABELS,
} from '../../../identity/index.js';
import { Clock } from '../../../kernel/clock.js';
import type { AccountLine, HeldRole } from '../page/accounts.js';
import type { Option } from '../page/choice.js';

type Account = Awaited<ReturnType<AccountService['get']>>;

const SHOWN = 100;

/** What the pages about accounts show; what may be done, the policy decides. */
@Injectable()
export class AccountPages {
  constructor(
    private readonly accounts: AccountService,
    private readonly departments: DepartmentService,
    private readonly clock: Clock,
  ) {}

  /** The first accounts whose name contains the words, and how many there are. */
  async list(q: string, actor: Actor): Promise<{ accounts: AccountLine[]; total: number }> {
    const all = await this.accounts.list(actor, departmentsFor(actor, 'member.read'));
    const found = all.filter(({ name, personName }) => `${name} ${personName}`.toLowerCase().includes(q.toLowerCase()));
    const shown = found.slice(0, SHOWN);
    const names = await this.names(shown.flatMap(({ grants }) => grants));
    return { accounts: shown.map((account) => this.line(account, names)), total: found.length };
  }

  async one(
    name: string,
    actor: Actor,
  ): Promise<{ account: AccountLine & { email: string | null; phone: string | null }; held: HeldRole[] }> {
    const account = await this.accounts.get(name, actor);
    const names = await this.names(account.grants);
    const held = account.grants.map(({ role, department }) => ({
      role,
      department,
      words: wordsOf({ role, department }, names),
      mayRevoke: name !== actor.name && (isPlatformRole(role) ? may(actor, 'role.grant') : may(actor, 'member.grant', { department })),
    }));
    return { account: { ...this.line(account, names), email: account.email, phone: account.phone }, held };
  }

  /** The roles that this actor gives, and where; undefined for who gives none. */
  async grantable(actor: Actor): Promise<{ roles: Option[]; departments: Option[] } | undefined> {
    const members = may(actor, 'member.grant');
    const roles = [...(members ? DEPARTMENT_ROLES : []), ...(may(actor, 'role.grant') ? PLATFORM_ROLES : [])];
    if (roles.length === 0) return undefined;
    return {
      roles: roles.map((role) => ({ value: role, label: ROLE_LABELS[role] })),
      departments: members ? await this.departmentOptions(departmentsFor(actor, 'member.grant'), '（平台角色，不属于部门）') : [],
    };
  }

  /** Departments to choose from: the given ones, or all registered ones and what stands for none. */
  async departmentOptions(codes: readonly string[] | undefined, none: string): Promise<Option[]> {
    const option = ({ code, name }: { code: string; name: string }) => ({ value: code, label: name });
    if (codes) return [...(await this.departments.byCodes(codes)).values()].map(option);
    return [{ value: '', label: none }, ...(await this.departments.registered()).map(option)];
  }

  private line(
    { name, personName, grants, totpSecret, disabledAt, failures, lastFailedAt }: Account,
    names: Map<string, string>,
  ): AccountLine {
    const locked = lockoutAfter(failures, lastFailedAt ?? undefined, this.clock.now());
    return {
      name,
      personName,
      roles: grants.map((grant) => wordsOf(grant, names)),
      state: disabledAt ? 'disabled' : locked ? 'locked' : 'active',
      secondFactor: totpSecret !== null,
    };
  }

  private async names(grants: readonly Grant[]): Promise<Map<string, string>> {
    const found = await this.departments.byCodes(grants.flatMap(({ department }) => department ?? []));
    return new Map([...found].map(([code, { name }]) => [code, name]));
  }
}

const wordsOf = ({ role, department }: Grant, names: Map<string, string>): string =>
  department === null ? ROLE_LABELS[role] : `${names.get(department) ?? department}${ROLE_LABELS[role]}`;
