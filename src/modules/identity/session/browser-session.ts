import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AppError } from '../../kernel/app-error.js';
import { Config } from '../../platform/config/index.js';
import { SAFE_METHODS } from '../../platform/http/index.js';
import { SecretBox } from '../../platform/secret/index.js';
import { csrfToken, csrfValid, fromOwnSite } from '../csrf/csrf-token.js';
import { type ActingRequest, demandComplete } from '../policy/authenticator.js';
import type { Operation } from '../policy/operation.js';
import { ABSOLUTE_LIMIT, ATTEMPT_LIVES } from './session-rules.js';
import { SignInService, type SignedIn } from './sign-in.service.js';

/** Nobody is signed in: pages lead to the sign-in. */
export class SignInNeeded extends AppError {
  constructor() {
    super('UNAUTHENTICATED', '请先登录。', { english: 'Sign in first.' });
  }
}

const ATTEMPT = 'haozhao-oidc';

/** The session cookie of the workbench, and the tokens of its forms. */
@Injectable()
export class BrowserSession {
  private readonly csrfKey: Buffer;
  private readonly secure: boolean;

  constructor(
    private readonly signIns: SignInService,
    secrets: SecretBox,
    private readonly config: Config,
  ) {
    this.csrfKey = secrets.keyFor('csrf');
    this.secure = config.baseUrl?.startsWith('https:') ?? false;
  }

  /** `__Host-` binds the cookie to this host and to https. */
  private get cookieName(): string {
    return this.secure ? '__Host-haozhao' : 'haozhao';
  }

  /** Puts actor and session on the request. @throws SignInNeeded, AppError FORBIDDEN for a forged form or a step left */
  async identify(request: ActingRequest, response: Response, operation: Operation): Promise<void> {
    const signedIn = await this.find(request, response);
    if (!signedIn) throw new SignInNeeded();
    request.signedIn = signedIn;
    if (!SAFE_METHODS.has(request.method)) this.demandOwnForm(request, signedIn);
    demandComplete(signedIn, operation);
    request.actor = signedIn.actor;
  }

  async find(request: Request, response: Response): Promise<SignedIn | undefined> {
    const token = cookieOf(request, this.cookieName);
    if (!token) return undefined;
    const found = await this.signIns.resume(token, 'browser');
    if (found?.token) this.remember(response, found.token);
    return found;
  }

  remember(response: Response, token: string): void {
    response.cookie(this.cookieName, token, { httpOnly: true, sameSite: 'lax', secure: this.secure, path: '/', maxAge: ABSOLUTE_LIMIT });
  }

  forget(response: Response): void {
    response.clearCookie(this.cookieName, { httpOnly: true, sameSite: 'lax', secure: this.secure, path: '/' });
  }

  /** Keeps what began a sign-in elsewhere until the person comes back; sealed, so that nobody makes one up. */
  keepAttempt(response: Response, sealed: string): void {
    response.cookie(ATTEMPT, sealed, { ...this.attemptScope, maxAge: ATTEMPT_LIVES });
  }

  /** What this browser began; it is gone with the answer, whatever comes of it. */
  takeAttempt(request: Request, response: Response): string | undefined {
    response.clearCookie(ATTEMPT, this.attemptScope);
    return cookieOf(request, ATTEMPT);
  }

  private get attemptScope() {
    return { httpOnly: true, sameSite: 'lax', secure: this.secure, path: '/workbench/oidc' } as const;
  }

  /** The hidden field of a form. */
  tokenFor({ session }: SignedIn): string {
    return csrfToken(session.id, this.csrfKey);
  }

  /** @throws AppError FORBIDDEN for a form that no page of this session sent */
  demandOwnForm(request: Request, { session }: SignedIn): void {
    const given = (request.body as { _csrf?: unknown } | undefined)?._csrf ?? request.headers['x-csrf-token'];
    this.demandOwnSite(request);
    if (!csrfValid(given, session.id, this.csrfKey)) throw forged();
  }

  /** Before anybody is signed in there is no token: the browser's word about the sender must do. */
  demandOwnSite(request: Request): void {
    const host = this.config.baseUrl ? new URL(this.config.baseUrl).host : request.headers.host;
    if (!fromOwnSite(request.headers, host)) throw forged();
  }
}

function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

const forged = () =>
  new AppError('FORBIDDEN', '表单已失效或不是从本站页面提交的，没有改变任何内容；请返回页面刷新后重试。', {
    english: 'The form is stale or was not sent from a page of this site; nothing was changed.',
  });
