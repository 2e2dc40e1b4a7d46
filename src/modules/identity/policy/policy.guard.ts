import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type GqlContextType, GqlExecutionContext } from '@nestjs/graphql';
import type { Response } from 'express';
import { AppError } from '../../kernel/app-error.js';
import { ACCESS, OPEN } from '../../platform/access/index.js';
import { requestIdOf } from '../../platform/http/index.js';
import { BrowserSession } from '../session/browser-session.js';
import { type ActingRequest, Authenticator } from './authenticator.js';
import type { ActingContext } from './actor.js';
import { BY_COOKIE } from './needs.js';
import { isOperation } from './operation.js';
import { demand } from './policy.js';

/** The one guard of the application: every route and resolver says what it needs, and what says nothing is refused. */
@Injectable()
export class PolicyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    private readonly browser: BrowserSession,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const places = [context.getHandler(), context.getClass()];
    const need = this.reflector.getAllAndOverride<string | undefined>(ACCESS, places);
    if (need === OPEN) return true;
    if (need === undefined || !isOperation(need))
      throw new AppError('FORBIDDEN', '这个地址没有声明所需的权限，因此不能使用；请告诉我们。', {
        english: 'This route declares no access.',
      });
    const request = requestOf(context);
    request.operation = need;
    if (this.reflector.getAllAndOverride<boolean | undefined>(BY_COOKIE, places))
      await this.browser.identify(request, context.switchToHttp().getResponse<Response>(), need);
    else await this.authenticator.identify(request, need);
    demand(request.actor!, need);
    return true;
  }
}

export function requestOf(context: ExecutionContext): ActingRequest {
  if (context.getType<GqlContextType>() !== 'graphql') return context.switchToHttp().getRequest<ActingRequest>();
  return GqlExecutionContext.create(context).getContext<{ req: ActingRequest }>().req;
}

/** Who acts, as the guard found. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) => requestOf(context).actor);

/** The session of a person, as the guard found; absent for a key. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext) => requestOf(context).signedIn);

/** Who acts, and in which request. */
export const CurrentContext = createParamDecorator((_: unknown, context: ExecutionContext): ActingContext => {
  const request = requestOf(context);
  return { actor: request.actor!, requestId: requestIdOf(request) };
});
