import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { AppError } from '../../kernel/app-error.js';
import { ApiKeyService } from '../key/api-key.service.js';
import { SESSION_PREFIX } from '../session/session.service.js';
import { SignInService, type SignedIn } from '../session/sign-in.service.js';
import type { Actor } from './actor.js';
import type { Operation } from './operation.js';

/** A request with who acts in it, and what the route needs. */
export type ActingRequest = Request & {
  actor?: Actor;
  signedIn?: SignedIn;
  operation?: Operation;
  /** Stands for whoever uses an open route with a key of their own. */
  participant?: string;
};

const STEPS: Record<NonNullable<SignedIn['pending']>, [string, string]> = {
  secondFactor: ['请先完成二次验证。', 'Give the second factor first.'],
  changePassword: ['请先修改口令：首次登录、重置后或口令到期时须修改。', 'Change the password first.'],
  enrol: ['您的角色须使用二次验证，请先设置。', 'Your role needs a second factor; set it up first.'],
};

/** Finds out who sends a request by key or bearer token; never by a cookie, so that no other site can act for somebody. */
@Injectable()
export class Authenticator {
  constructor(
    private readonly keys: ApiKeyService,
    private readonly signIns: SignInService,
  ) {}

  /** @throws AppError UNAUTHENTICATED, FORBIDDEN while the session is not complete */
  async identify(request: ActingRequest, operation?: Operation): Promise<Actor> {
    const token = tokenOf(request);
    if (!token)
      throw new AppError(
        'UNAUTHENTICATED',
        '需要身份：请在 Authorization: Bearer 请求头中提供 API 密钥或登录令牌，或在 X-API-Key 中提供密钥。',
        {
          english: 'Send an API key or a session token as Authorization: Bearer, or a key as X-API-Key.',
        },
      );
    request.actor = token.startsWith(SESSION_PREFIX)
      ? await this.bySession(request, token, operation)
      : await this.keys.authenticate(token);
    return request.actor;
  }

  private async bySession(request: ActingRequest, token: string, operation: Operation | undefined): Promise<Actor> {
    const signedIn = await this.signIns.resume(token, 'api');
    if (!signedIn) throw new AppError('UNAUTHENTICATED', '登录已失效，请重新登录。', { english: 'The session is over; sign in again.' });
    request.signedIn = signedIn;
    demandComplete(signedIn, operation);
    return signedIn.actor;
  }
}

/** @throws AppError FORBIDDEN naming the step that is left, unless it is about the sign-in itself */
export function demandComplete({ pending }: SignedIn, operation: Operation | undefined): void {
  if (!pending || operation === 'self.manage') return;
  const [message, english] = STEPS[pending];
  throw new AppError('FORBIDDEN', message, { english, fields: [{ field: 'session', message: pending }] });
}

function tokenOf(request: Request): string | undefined {
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const header = request.headers['x-api-key'];
  return bearer ?? (typeof header === 'string' && header ? header : undefined);
}
