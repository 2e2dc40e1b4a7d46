import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { type GqlContextType, GqlExecutionContext } from '@nestjs/graphql';
import type { Request } from 'express';
import { Authenticator, demand, requestOf } from '../../identity/index.js';

/** Searching needs no key; having the scores explained does. */
@Injectable()
export class ExplainGuard implements CanActivate {
  constructor(private readonly authenticator: Authenticator) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (asked(context)) demand(await this.authenticator.identify(requestOf(context)), 'search.explain');
    return true;
  }
}

function asked(context: ExecutionContext): boolean {
  const explain =
    context.getType<GqlContextType>() === 'graphql'
      ? GqlExecutionContext.create(context).getArgs<{ explain?: unknown }>().explain
      : context.switchToHttp().getRequest<Request>().query.explain;
  return explain !== undefined && explain !== null && explain !== false && explain !== 'false';
}
