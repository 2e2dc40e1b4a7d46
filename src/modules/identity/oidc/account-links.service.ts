import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditRepository, entryWithoutRevision } from '../../audit/index.js';
import { AppError } from '../../kernel/app-error.js';
import { Clock } from '../../kernel/clock.js';
import { Config } from '../../platform/config/index.js';
import { inTransaction } from '../../platform/database/index.js';
import type { AccountRow } from '../account/account.entity.js';
import { AccountRepository } from '../account/account.repository.js';
import type { Actor } from '../policy/actor.js';
import { demand } from '../policy/policy.js';
import { SessionService } from '../session/session.service.js';
import { AccountIdentityRepository } from './account-identity.repository.js';

/** Who somebody is at a provider, and the account name it vouches for, if any. */
export interface VouchedIdentity {
  issuer: string;
  subject: string;
  name: string | undefined;
}

/** Which account somebody has whom a provider names: by issuer and subject once they are linked, by name only to link them. */
@Injectable()
export class AccountLinks {
  constructor(
    private readonly source: DataSource,
    private readonly identities: AccountIdentityRepository,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionService,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** The account of an identity, linked now if this is its first sign-in; `taken` when the name belongs to another identity. */
  async find({ issuer: given, subject, name }: VouchedIdentity): Promise<{ account: AccountRow | null; taken?: true }> {
    const issuer = normal(given);
    const linked = await this.identities.accountOf(issuer, subject);
    if (linked) return { account: linked };
    const account = name === undefined || !this.config.oidcFirstLink ? null : await this.accounts.byName(name);
    if (!account || account.disabledAt) return { account };
    if (await this.enter(account, issuer, subject, account.name)) return { account };
    // Two first sign-ins of the same person at once: one of them linked.
    const now = await this.identities.accountOf(issuer, subject);
    return now ? { account: now } : { account, taken: true };
  }

  /** Links an account to somebody at the provider of `OIDC_ISSUER`. @throws AppError NOT_FOUND, CONFLICT, VALIDATION_FAILED */
  async link(name: string, subject: string, actor: Actor): Promise<void> {
    demand(actor, 'account.recover');
    const { oidcIssuer } = this.config;
    if (!oidcIssuer) throw new AppError('VALIDATION_FAILED', '没有设置 OIDC_ISSUER，不能关联。', { english: 'OIDC_ISSUER is not set.' });
    if (!(await this.enter(await this.known(name), normal(oidcIssuer), subject, actor.name)))
      throw new AppError('CONFLICT', `账号“${name}”或这个身份已有关联，请先解除。`, { english: 'Unlink it first.' });
  }

  /** Ends the link of an account; its sessions end, and whoever signs in next by that name may be linked. @throws AppError NOT_FOUND */
  async unlink(name: string, actor: Actor): Promise<void> {
    demand(actor, 'account.recover');
    const { id } = await this.known(name);
    await inTransaction(this.source, async (transaction) => {
      await this.accounts.lock(transaction, id);
      if (!(await this.identities.remove(transaction, id)))
        throw new AppError('NOT_FOUND', `账号“${name}”没有关联统一身份认证。`, { english: `${name} is not linked.` });
      await this.sessions.endAll(transaction, id);
      await this.audit.append(transaction, [event('account.identityUnlinked', name, actor.name)]);
    });
  }

  private enter({ id, name }: AccountRow, issuer: string, subject: string, actor: string): Promise<boolean> {
    return inTransaction(this.source, async (transaction) => {
      if (!(await this.identities.add(transaction, { issuer, subject, accountId: id, linkedAt: this.clock.now() }))) return false;
      await this.audit.append(transaction, [event('account.identityLinked', `${name} ${issuer} ${subject}`, actor)]);
      return true;
    });
  }

  private async known(name: string): Promise<AccountRow> {
    const account = await this.accounts.byName(name);
    if (!account) throw new AppError('NOT_FOUND', `没有账号“${name}”，请检查账号名。`, { english: `There is no account ${name}.` });
    return account;
  }
}

/** With or without a slash at its end it is the same address. */
const normal = (issuer: string) => issuer.replace(/\/+$/, '');

const event = (action: string, objectId: string, actor: string) => entryWithoutRevision({ actor, action, objectType: 'account', objectId });
