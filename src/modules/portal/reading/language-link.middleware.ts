import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { ErrorPages } from '../../platform/http/index.js';
import { isLanguage, remember } from './reading.controller.js';
import { readingOf } from './reading.js';

/** Links that name a language (`?lang=en`) lead to the page in it, and it stays chosen. */
@Injectable()
export class LanguageLinkMiddleware implements NestMiddleware {
  constructor(private readonly pages: ErrorPages) {}

  use(request: Request, response: Response, next: NextFunction): void {
    const { searchParams, pathname } = new URL(request.originalUrl, 'http://site.invalid');
    const language = searchParams.get('lang');
    if (request.method !== 'GET' || !isLanguage(language) || !this.pages.wants(request)) return next();
    searchParams.delete('lang');
    remember(response, { ...readingOf(request), language });
    const rest = searchParams.toString();
    response.redirect(303, rest ? `${pathname}?${rest}` : pathname);
  }
}
