import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import { type GqlContextType, GqlExecutionContext } from '@nestjs/graphql';
import type { Request } from 'express';
import { type Actor, ApiKeyService } from './api-key.service.js';

type ActingRequest = Request & { actor?: Actor };

function requestOf(context: ExecutionContext): ActingRequest {
  if (context.getType<GqlContextType>() !== 'graphql') return context.switchToHttp().getRequest<ActingRequest>();
  return GqlExecutionContext.create(context).getContext<{ req: ActingRequest }>().req;
}

function keyOf(request: Request): string | undefined {
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const header = request.headers['x-api-key'];
  return bearer ?? (typeof header === 'string' && header ? header : undefined);
}

/** Lets a request pass that carries a valid API key, and notes who acts. */
@Injectable()
export class ApiKeyGuard implements CanActivate {
  constructor(private readonly keys: ApiKeyService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = requestOf(context);
    request.actor = await this.keys.authenticate(keyOf(request));
    return true;
  }
}

/** The actor that `ApiKeyGuard` found. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) => requestOf(context).actor);
