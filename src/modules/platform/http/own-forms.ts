import type { NextFunction, Request, Response } from 'express';
import { AppError } from '../../kernel/app-error.js';

/** Methods that change nothing (RFC 9110, 9.2.1). */
export const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Interfaces that anybody may write to without a key. */
const OPEN_WRITES = /^\/api\/v1\/(feedback|subscriptions(\/[a-z]+)?|records\/[^/]+\/feedback)\/?$/i;

/**
 * What visitors send comes from pages of this site, or from programs: a page of another site would spend what a visitor may
 * send a day. Browsers say where a request comes from (`Sec-Fetch-Site`), and pages cannot change that.
 * @throws AppError FORBIDDEN
 */
export function refuseForeignPages(request: Request, _response: Response, next: NextFunction): void {
  if (SAFE_METHODS.has(request.method) || request.headers['sec-fetch-site'] !== 'cross-site') return next();
  throw new AppError('FORBIDDEN', '这个请求来自别的网站的页面；请打开本站的页面再提交。', {
    english: 'This was sent by a page of another site; open the page of this site and send it from there.',
  });
}

/** The same for interfaces that need no key, unless a key is given. @throws AppError FORBIDDEN */
export function refuseForeignWrites(request: Request, response: Response, next: NextFunction): void {
  const keyed = request.headers.authorization ?? request.headers['x-api-key'];
  if (keyed !== undefined || !OPEN_WRITES.test(request.path)) return next();
  refuseForeignPages(request, response, next);
}
