import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditRepository, entryWithoutRevision } from '../../audit/index.js';
import { AppError } from '../../kernel/app-error.js';
import { Clock } from '../../kernel/clock.js';
import { Config } from '../../platform/config/index.js';
import { inTransaction } from '../../platform/database/index.js';
import { SecretBox } from '../../platform/secret/index.js';
import { AccountRepository } from '../account/account.repository.js';
import { AccountRow } from '../account/account.entity.js';
import { lockoutAfter, PasswordHasher, passwordFlaws } from '../password/index.js';
import type { Actor } from '../policy/actor.js';
import type { Grant } from '../policy/role.js';
import { newSecret, provisioningUri, qrSvg, recoveryCodes, recoveryHash, Totp } from '../totp/index.js';
import { CONFIRMED_FOR, type PendingStep, isAdministrator, pendingStep } from './session-rules.js';
import { type SessionRow } from './session.entity.js';
import { type NewSession, type OpenSession, SessionService } from './session.service.js';

/** Who a session belongs to, and what is left to do before it counts. */
export interface SignedIn {
  session: SessionRow;
  account: AccountRow;
  actor: Actor;
  pending?: PendingStep;
}

const SECRET_USE = 'totp';
const KEPT_HASHES = 5;

/** Signing in, the second factor and the own password. Every refusal says the same, whatever was wrong, and counts towards the lock. */
@Injectable()
export class SignInService {
  constructor(
    private readonly source: DataSource,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionService,
    private readonly passwords: PasswordHasher,
    private readonly totp: Totp,
    private readonly secrets: SecretBox,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** @throws AppError UNAUTHENTICATED, TOO_MANY_REQUESTS while locked */
  async signIn(name: string, password: string, kind: SessionRow['kind'], address: string | null): Promise<{ token: string } & SignedIn> {
    const account = await this.accounts.byName(name);
    if (!account?.passwordHash || account.disabledAt) {
      await this.passwords.verifyNothing(password);
      await this.refuse(account, 'session.refused');
      throw wrongPassword();
    }
    await this.attempt(account, () => this.passwords.verify(account.passwordHash!, password), wrongPassword);
    if (this.passwords.needsRehash(account.passwordHash))
      await this.source.manager.update(AccountRow, account.id, { passwordHash: await this.passwords.hash(password) });
    return this.open(account, { kind, address });
  }

  /** Signs in whom the provider vouches for; nobody gets an account by it. @throws AppError FORBIDDEN */
  async vouched({ account, taken }: { account: AccountRow | null; taken?: true }, how: NewSession): Promise<{ token: string } & SignedIn> {
    if (taken) {
      await this.refuse(account, 'session.notVouched');
      throw new AppError(
        'FORBIDDEN',
        '与您同名的账号已关联统一身份认证的另一个身份，没有登录；请联系安全管理员核对，确属本人的解除旧关联后再登录。',
        {
          english: 'The account of that name is linked to another identity; ask the security administrator.',
        },
      );
    }
    if (!account || account.disabledAt) {
      await this.refuse(account, 'session.notVouched');
      throw new AppError('FORBIDDEN', '统一身份认证已认出您，但您在本系统没有可用的账号；请联系系统管理员开立、启用或关联账号。', {
        english: 'There is no enabled account of that name here; ask the system administrator.',
      });
    }
    return this.open(account, how);
  }

  /** Who the session of a token belongs to. */
  async resume(token: string, kind: SessionRow['kind']): Promise<(SignedIn & Pick<OpenSession, 'token'>) | undefined> {
    const found = await this.sessions.find(token, kind);
    if (!found) return undefined;
    const { account, session, grants } = found;
    if (account.disabledAt) return undefined;
    return { ...this.describe(account, session, grants), token: found.token };
  }

  /** Checks a code or a recovery code; the session goes on under a new token. */
  async secondFactor(signedIn: SignedIn, code: string): Promise<string> {
    const { account, session } = signedIn;
    await this.attempt(account, () => this.codeCounts(account, code), wrongCode);
    return this.sessions.renew(session, { secondFactorAt: this.clock.now() });
  }

  /** A new secret with the picture an authenticator reads; it counts when `enrol` has seen a code of it. */
  async proposeSecondFactor(account: AccountRow): Promise<{ secret: string; uri: string; qr: string }> {
    const secret = newSecret();
    const uri = provisioningUri(account.name, '好找', secret);
    return { secret, uri, qr: await qrSvg(uri) };
  }

  /** Sets the second factor up; answers the recovery codes, shown once, and the new token. */
  async enrol({ account, session }: SignedIn, secret: string, code: string): Promise<{ token: string; recovery: string[] }> {
    if (account.totpSecret) throw new AppError('CONFLICT', '已设置过二次验证；手机丢失请由安全管理员重置。');
    const step = this.totp.verify(secret, code, this.clock.now(), undefined);
    if (step === undefined)
      throw new AppError('VALIDATION_FAILED', '验证码不对：请核对手机时间，输入当前显示的六位数字。', {
        fields: [{ field: 'code', message: '不对' }],
      });
    const recovery = recoveryCodes();
    await inTransaction(this.source, async (transaction) => {
      await transaction.update(AccountRow, account.id, {
        totpSecret: this.secrets.seal(secret, SECRET_USE),
        totpStep: String(step),
        recoveryHashes: recovery.map(recoveryHash),
      });
      await this.audit.append(transaction, [event('account.secondFactorSet', account.name)]);
    });
    return { token: await this.sessions.renew(session, { secondFactorAt: this.clock.now() }), recovery };
  }

  /** Whether the password was given so long ago that something weighty asks for it again. */
  needsConfirmation({ account, session }: SignedIn): boolean {
    return account.passwordHash !== null && this.clock.now().getTime() - session.confirmedAt.getTime() > CONFIRMED_FOR;
  }

  /** Takes the password again before something weighty; answers the new token. */
  async confirm({ account, session }: SignedIn, password: string): Promise<string> {
    await this.attempt(account, () => this.passwords.verify(account.passwordHash ?? '', password));
    return this.sessions.renew(session, { confirmedAt: this.clock.now() });
  }

  /** Changes the own password; other sessions end, this one goes on under a new token. @throws AppError VALIDATION_FAILED */
  async changePassword({ account, session }: SignedIn, current: string, next: string): Promise<string> {
    await this.attempt(account, () => this.passwords.verify(account.passwordHash ?? '', current));
    const flaws = await passwordFlaws(next, {
      accountName: account.name,
      personName: account.personName,
      phone: account.phone ?? undefined,
      administrator: isAdministrator(await this.accounts.grants(account.id)),
      usedBefore: (candidate) => this.wasUsed(account, candidate),
    });
    if (flaws.length > 0)
      throw new AppError('VALIDATION_FAILED', `新口令不合要求：${flaws.join('；')}。`, {
        fields: flaws.map((message) => ({ field: 'newPassword', message })),
      });
    const passwordHash = await this.passwords.hash(next);
    await inTransaction(this.source, async (transaction) => {
      const previousHashes = [account.passwordHash!, ...account.previousHashes].slice(0, KEPT_HASHES);
      await transaction.update(AccountRow, account.id, {
        passwordHash,
        previousHashes,
        mustChangePassword: false,
        passwordChangedAt: this.clock.now(),
      });
      await this.sessions.endAll(transaction, account.id, session.id);
      await this.audit.append(transaction, [event('account.passwordChanged', account.name)]);
    });
    return this.sessions.renew(session, { confirmedAt: this.clock.now() });
  }

  async signOut({ session, actor }: SignedIn): Promise<void> {
    await this.sessions.end(session.id);
    await this.audit.note(event('session.ended', actor.name));
  }

  private async open(account: AccountRow, how: NewSession): Promise<{ token: string } & SignedIn> {
    const { session, token } = await this.sessions.open(account.id, how);
    await this.audit.note(event('session.opened', account.name));
    return { token, ...this.describe(account, session, await this.accounts.grants(account.id)) };
  }

  private describe(account: AccountRow, session: SessionRow, grants: Grant[]): SignedIn {
    const actor: Actor = {
      kind: 'account',
      name: account.name,
      participant: `account:${account.id}`,
      grants,
      accountId: account.id,
      sessionId: session.id,
    };
    return { account, session, actor, pending: pendingStep(account, grants, session, this.config.secondFactor, this.clock.now()) };
  }

  private async codeCounts(account: AccountRow, code: string): Promise<boolean> {
    const secret = this.secrets.open(account.totpSecret!, SECRET_USE);
    const last = account.totpStep === null ? undefined : Number(account.totpStep);
    const step = this.totp.verify(secret, code, this.clock.now(), last);
    if (step !== undefined) {
      // A step counts once, however many requests bring its code at the same moment.
      const rows = await this.source.query<unknown[]>(
        'UPDATE account SET totp_step = $2 WHERE id = $1 AND coalesce(totp_step, -1) < $2 RETURNING 1',
        [account.id, step],
      );
      return (rows[0] as unknown[]).length > 0;
    }
    const hash = recoveryHash(code);
    if (!account.recoveryHashes.includes(hash)) return false;
    const rows = await this.source.query<unknown[]>(
      'UPDATE account SET recovery_hashes = array_remove(recovery_hashes, $2) WHERE id = $1 AND $2 = ANY(recovery_hashes) RETURNING 1',
      [account.id, hash],
    );
    return (rows[0] as unknown[]).length > 0;
  }

  private async wasUsed(account: AccountRow, candidate: string): Promise<boolean> {
    for (const hash of [account.passwordHash, ...account.previousHashes])
      if (hash && (await this.passwords.verify(hash, candidate))) return true;
    return false;
  }

  /** One try; a failure counts towards the lock, a success forgets the failures. */
  private async attempt(account: AccountRow, right: () => Promise<boolean>, wrong = wrongPassword): Promise<void> {
    const locked = lockoutAfter(account.failures, account.lastFailedAt ?? undefined, this.clock.now());
    if (locked) {
      await this.refuse(account, 'session.locked');
      throw new AppError('TOO_MANY_REQUESTS', '连续输错次数过多，账号已锁定 30 分钟；急用请联系安全管理员解锁。', {
        english: 'Too many failures; the account is locked for 30 minutes.',
        retryAfter: Math.ceil((locked.getTime() - this.clock.now().getTime()) / 1000),
      });
    }
    if (await right()) {
      if (account.failures > 0) await this.source.manager.update(AccountRow, account.id, { failures: 0, lastFailedAt: null });
      return;
    }
    await this.refuse(account, 'session.refused');
    throw wrong();
  }

  private async refuse(account: AccountRow | null, action: string): Promise<void> {
    await inTransaction(this.source, async (transaction) => {
      if (account && action === 'session.refused')
        await transaction.query('UPDATE account SET failures = failures + 1, last_failed_at = $2 WHERE id = $1', [
          account.id,
          this.clock.now(),
        ]);
      // A name that is no account may be a password typed into the wrong field: it is not kept.
      await this.audit.append(transaction, [{ ...event(action, account?.name ?? '-'), result: 'refused' }]);
    });
  }
}

/** What somebody did with their own account. */
const event = (action: string, name: string) => entryWithoutRevision({ actor: name, action, objectType: 'account', objectId: name });

const wrongPassword = () =>
  new AppError('UNAUTHENTICATED', '账号或口令不对，请核对后重试；连续五次不对将锁定 30 分钟。', {
    english: 'Account or password is wrong; five failures lock the account for 30 minutes.',
  });

const wrongCode = () =>
  new AppError(
    'UNAUTHENTICATED',
    '验证码不对：请核对手机时间，输入验证器现在显示的六位数字，或一个没有用过的恢复码；连续五次不对将锁定 30 分钟。',
    {
      english: 'The code is wrong: enter the six digits that the authenticator shows now, or an unused recovery code.',
    },
  );
