import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { AuditRepository, entryWithoutRevision } from '../../audit/index.js';
import { AppError, invalidField } from '../../kernel/app-error.js';
import { Clock } from '../../kernel/clock.js';
import { AccountRepository } from '../account/account.repository.js';
import type { Actor } from '../policy/actor.js';
import { isOperation, keyableOperations, type Operation } from '../policy/operation.js';
import { demand } from '../policy/policy.js';
import { DEPARTMENT_ROLES, type Grant, PLATFORM_ROLES } from '../policy/role.js';
import { newToken, tokenHash } from '../token.js';
import { ApiKeyRow } from './api-key.entity.js';
import { rolesLacking, sayLacking } from './scope-reach.js';

/** What a key is to be able to do. */
export interface NewKey {
  name: string;
  scopes: readonly string[];
  /** Code of the department it works for; without one it works for the platform. */
  department?: string | null;
  expiresAt?: Date | null;
  /** Name of the account it acts for; only the command line chooses one, since a key does what its owner may. */
  owner?: string | null;
}

const PREFIX = 'hz_';
/** The old text of an exchanged key is good for a day more, unless told otherwise. */
export const OVERLAP_HOURS = 24;

/** Uses are noted at most this often. */
const USED_GRAIN = 60_000;

/** Issues, checks, exchanges and revokes API keys. */
@Injectable()
export class ApiKeyService {
  constructor(
    private readonly source: DataSource,
    private readonly accounts: AccountRepository,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
  ) {}

  /** A new key; the text is returned once and cannot be read again. Whoever makes it answers for it. @throws AppError VALIDATION_FAILED, FORBIDDEN */
  async create({ name, scopes, department = null, expiresAt = null, owner = null }: NewKey, actor: Actor): Promise<string> {
    demand(actor, 'key.manage', { department });
    const wrong = scopes.filter((scope) => !isOperation(scope) || !keyableOperations.includes(scope));
    if (wrong.length > 0 || scopes.length === 0)
      throw new AppError('VALIDATION_FAILED', `密钥的权限“${wrong.join('、')}”不能使用，可用的有：${keyableOperations.join('、')}。`, {
        fields: [{ field: 'scopes', message: '不在可用的权限之中' }],
      });
    const own = scopes as Operation[];
    const beyond = own.find((scope) => actor.kind !== 'operator' && scope === 'record.publishDirectly');
    if (beyond)
      throw new AppError('FORBIDDEN', `带“${beyond}”权限的密钥只能在服务器命令行发放。`, {
        english: `${beyond} is issued at the command line only.`,
      });
    const accountId = await this.ownerOf(owner, actor);
    await this.demandReach(own, accountId, department);
    const key = newToken(PREFIX);
    await this.source.transaction(async (transaction) => {
      await transaction.insert(ApiKeyRow, {
        name,
        prefix: key.slice(0, 9),
        hash: tokenHash(key),
        scopes: own,
        department,
        expiresAt,
        accountId,
      });
      await this.audit.append(transaction, [event('apiKey.created', name, actor)]);
    });
    return key;
  }

  /** Revokes every key of that name; returns how many there were. */
  async revoke(name: string, actor: Actor): Promise<number> {
    await this.demandOwn(name, actor);
    return this.source.transaction(async (transaction) => {
      const { affected } = await transaction.update(ApiKeyRow, { name, revokedAt: IsNull() }, { revokedAt: this.clock.now() });
      if (affected) await this.audit.append(transaction, [event('apiKey.revoked', name, actor)]);
      return affected ?? 0;
    });
  }

  /** A new text for the newest key of that name, with the same rights; the old text is good for `overlap` hours more. @throws AppError NOT_FOUND */
  async rotate(name: string, overlap: number, actor: Actor): Promise<string> {
    await this.demandOwn(name, actor);
    const [old] = await this.source.manager.find(ApiKeyRow, { where: { name, revokedAt: IsNull() }, order: { id: 'DESC' }, take: 1 });
    if (!old) throw new AppError('NOT_FOUND', `没有名为“${name}”的可用密钥。`, { english: `There is no key ${name}.` });
    const key = newToken(PREFIX);
    // Whoever exchanged the key of another person would get a text that acts as that person.
    if (old.accountId !== null && actor.kind !== 'operator' && actor.accountId !== old.accountId)
      throw new AppError('FORBIDDEN', `密钥“${name}”以发放它的人的名义办事，只能由本人更换；可以撤销它，再另发一个。`, {
        english: 'Only its owner exchanges this key; revoke it and issue another.',
      });
    const until = new Date(this.clock.now().getTime() + overlap * 3_600_000);
    await this.source.transaction(async (transaction) => {
      const { scopes, department, expiresAt, accountId } = old;
      await transaction.update(ApiKeyRow, old.id, { expiresAt: expiresAt && expiresAt < until ? expiresAt : until });
      await transaction.insert(ApiKeyRow, {
        name,
        prefix: key.slice(0, 9),
        hash: tokenHash(key),
        scopes,
        department,
        expiresAt,
        accountId,
      });
      await this.audit.append(transaction, [event('apiKey.rotated', name, actor)]);
    });
    return key;
  }

  list(departments?: readonly string[]): Promise<ApiKeyRow[]> {
    return this.source.manager
      .createQueryBuilder(ApiKeyRow, 'k')
      .where(departments ? 'k.department = ANY(:departments)' : 'true', departments ? { departments } : {})
      .orderBy('k.id')
      .getMany();
  }

  /** Who acts with this key. @throws AppError UNAUTHENTICATED when there is no such key, or it was revoked or has expired */
  async authenticate(key: string): Promise<Actor> {
    const found = await this.source.manager.findOneBy(ApiKeyRow, { hash: tokenHash(key), revokedAt: IsNull() });
    const now = this.clock.now();
    if (!found || (found.expiresAt && found.expiresAt <= now))
      throw new AppError('UNAUTHENTICATED', 'API 密钥无效、已过期或已被撤销，请向管理员申请新的密钥。', {
        english: 'The API key is unknown, has expired or was revoked.',
      });
    if (!found.lastUsedAt || now.getTime() - found.lastUsedAt.getTime() > USED_GRAIN)
      await this.source.manager.update(ApiKeyRow, found.id, { lastUsedAt: now });
    return this.actorOf(found);
  }

  /** A key of a person can never do more than the person; one made at the command line has the roles of its place. */
  private async actorOf({ name, scopes, department, accountId }: ApiKeyRow): Promise<Actor> {
    const { owner, grants } = await this.reachOf(accountId, department);
    const key = { kind: 'key' as const, scopes, grants };
    if (accountId === null) return { ...key, name: `key:${name}`, participant: `key:${name}` };
    return { ...key, name: `${owner ?? accountId}/${name}`, participant: `account:${accountId}`, accountId };
  }

  /** In whose name a key of this owner acts in a department, and with which roles. */
  private async reachOf(accountId: string | null, department: string | null): Promise<{ owner: string | null; grants: Grant[] }> {
    if (accountId === null) return { owner: null, grants: department === null ? everyRole() : rolesIn(department) };
    const owner = await this.accounts.byId(accountId);
    const held = owner && !owner.disabledAt ? await this.accounts.grants(accountId) : [];
    const grants = department === null ? held : held.filter((grant) => grant.department === department);
    return { owner: owner?.name ?? null, grants };
  }

  private async ownerOf(name: string | null, actor: Actor): Promise<string | null> {
    if (name === null) return actor.accountId ?? null;
    if (actor.kind !== 'operator')
      throw new AppError('FORBIDDEN', '密钥以发放者本人的名义办事；只有服务器命令行可以另行指定。', {
        english: 'Only the command line chooses the owner of a key.',
      });
    const account = await this.accounts.byName(name);
    if (!account) throw invalidField('owner', `没有账号“${name}”`);
    return account.id;
  }

  /** No key is issued that could never do what its scopes say. @throws AppError VALIDATION_FAILED */
  private async demandReach(scopes: readonly Operation[], accountId: string | null, department: string | null): Promise<void> {
    const { owner, grants } = await this.reachOf(accountId, department);
    const fields = scopes.flatMap((scope, index) => {
      const roles = rolesLacking(scope, grants);
      return roles ? [{ field: `scopes[${index}]`, message: sayLacking(scope, roles, { owner, department }) }] : [];
    });
    if (fields.length > 0)
      throw new AppError('VALIDATION_FAILED', `${fields.map(({ message }) => message).join('；')}。`, {
        english: `The key could never use ${fields.length} of its scopes: its owner lacks the role.`,
        fields,
      });
  }

  private async demandOwn(name: string, actor: Actor): Promise<void> {
    const keys = await this.source.manager.findBy(ApiKeyRow, { name, revokedAt: IsNull() });
    for (const { department } of keys) demand(actor, 'key.manage', { department });
    if (keys.length === 0) demand(actor, 'key.manage');
  }
}

const everyRole = (): Grant[] => PLATFORM_ROLES.map((role) => ({ role, department: null }));
const rolesIn = (department: string): Grant[] => DEPARTMENT_ROLES.map((role) => ({ role, department }));

const event = (action: string, name: string, actor: Actor) =>
  entryWithoutRevision({ actor: actor.name, action, objectType: 'apiKey', objectId: name });
