import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { ErrorPages } from '../../platform/http/index.js';
import { isLanguage, remember } from './reading.controller.js';
import { ofThisSite } from './own-path.js';
import { readingOf } from './reading.js';

/** What stands before the first question mark, and what behind it. */
function splitAddress(address: string): [path: string, query?: string] {
  const mark = address.indexOf('?');
  return mark < 0 ? [address] : [address.slice(0, mark), address.slice(mark + 1)];
}

/** Links that name a language (`?lang=en`) lead to the page in it, and it stays chosen. */
@Injectable()
export class LanguageLinkMiddleware implements NestMiddleware {
  constructor(private readonly pages: ErrorPages) {}

  use(request: Request, response: Response, next: NextFunction): void {
    const [path, query = ''] = splitAddress(request.originalUrl);
    const parameters = new URLSearchParams(query);
    const language = parameters.get('lang');
    if (request.method !== 'GET' || !isLanguage(language) || !this.pages.wants(request)) return next();
    parameters.delete('lang');
    remember(response, { ...readingOf(request), language });
    const rest = parameters.toString();
    response.setHeader('Cache-Control', 'no-store').redirect(303, ofThisSite(rest ? `${path}?${rest}` : path));
  }
}
