import { Injectable } from '@nestjs/common';
import { AppError } from '../../kernel/app-error.js';
import { Clock } from '../../kernel/clock.js';
import { Config } from '../../platform/config/index.js';
import { SecretBox } from '../../platform/secret/index.js';
import { ATTEMPT_LIVES } from '../session/session-rules.js';
import { SignInService, type SignedIn } from '../session/sign-in.service.js';
import { AccountLinks } from './account-links.service.js';
import { accountNameIn } from './account-name-claim.js';
import { type OidcAttempt, OidcProvider } from './oidc-provider.js';
import { saysSecondFactor } from './second-factor-claims.js';
import { SpentStates } from './spent-state.repository.js';

const USE = 'oidc';

interface SealedAttempt extends OidcAttempt {
  next: string;
  begunAt: number;
}

/** Signing in through the provider: what was begun in a browser ends in that browser, once. */
@Injectable()
export class OidcSignIn {
  constructor(
    private readonly provider: OidcProvider,
    private readonly spent: SpentStates,
    private readonly links: AccountLinks,
    private readonly signIns: SignInService,
    private readonly secrets: SecretBox,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Text of the way to the provider; undefined when there is none. */
  get label(): string | undefined {
    return this.provider.offered ? this.config.oidcLabel : undefined;
  }

  /** Where to send somebody, and what their browser keeps until they come back. @throws AppError UNAVAILABLE, NOT_FOUND */
  async begin(next: string): Promise<{ url: string; sealed: string }> {
    const { url, attempt } = await this.provider.begin();
    const kept: SealedAttempt = { ...attempt, next, begunAt: this.clock.now().getTime() };
    return { url, sealed: this.secrets.seal(JSON.stringify(kept), USE) };
  }

  /** Signs in whom the provider names, if an account is theirs. @throws AppError UNAUTHENTICATED, FORBIDDEN, UNAVAILABLE */
  async finish(query: string, sealed: string | undefined, address: string | null): Promise<{ token: string; next: string } & SignedIn> {
    const attempt = this.opened(sealed);
    if (!attempt || !(await this.spent.spend(attempt.state, this.clock.now()))) throw stale();
    const claims = await this.provider.finish(query, attempt);
    const name = accountNameIn(claims, this.config.oidcAccountClaim);
    const found = await this.links.find({ issuer: String(claims.iss), subject: String(claims.sub), name });
    const signedIn = await this.signIns.vouched(found, {
      kind: 'browser',
      address,
      method: 'oidc',
      secondFactor: this.config.oidcSecondFactor && saysSecondFactor(claims),
    });
    return { ...signedIn, next: attempt.next };
  }

  private opened(sealed: string | undefined): SealedAttempt | undefined {
    if (!sealed) return undefined;
    try {
      const attempt = JSON.parse(this.secrets.open(sealed, USE)) as SealedAttempt;
      return this.clock.now().getTime() - attempt.begunAt <= ATTEMPT_LIVES ? attempt : undefined;
    } catch {
      return undefined;
    }
  }
}

const stale = () =>
  new AppError('UNAUTHENTICATED', '这次登录不是从这个浏览器开始的，或已过期、已用过；请重新登录。', {
    english: 'This sign-in was not begun in this browser, or is over; begin again.',
  });
