import { AsyncLocalStorage } from 'node:async_hooks';
import type { NextFunction, Request, Response } from 'express';
import { requestIdOf } from './request-id.js';

/** The request under way, as far as the audit log tells of it. */
interface RequestContext {
  id: string | null;
  /** Address of the client, behind as many proxies as `TRUST_PROXY` says. */
  address: string | null;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Keeps id and address of a request for everything that is done in it. */
export function inRequestContext(request: Request, _response: Response, next: NextFunction): void {
  storage.run({ id: requestIdOf(request), address: request.ip ?? null }, next);
}

/** The request under way; undefined in commands and background work. */
export const currentRequest = (): RequestContext | undefined => storage.getStore();
