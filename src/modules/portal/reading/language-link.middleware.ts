import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { ErrorPages } from '../../platform/http/index.js';
import { isLanguage, remember } from './reading.controller.js';
import { ofThisSite } from './own-path.js';
import { readingOf } from './reading.js';

/** Links that name a language (`?lang=en`) lead to the page in it, and it stays chosen. */
@Injectable()
export class LanguageLinkMiddleware implements NestMiddleware {
  constructor(private readonly pages: ErrorPages) {}

  use(request: Request, response: Response, next: NextFunction): void {
    const [path = '', ...query] = request.originalUrl.split('?');
    const parameters = new URLSearchParams(query.join('?'));
    const language = parameters.get('lang');
    if (request.method !== 'GET' || !isLanguage(language) || !this.pages.wants(request)) return next();
    parameters.delete('lang');
    remember(response, { ...readingOf(request), language });
    const rest = parameters.toString();
    response.setHeader('Cache-Control', 'no-store').redirect(303, ofThisSite(rest ? `${path}?${rest}` : path));
  }
}
