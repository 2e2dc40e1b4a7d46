import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Request } from 'express';
import type { AppError } from '../../kernel/app-error.js';
import { ErrorPages } from '../../platform/http/index.js';
import { renderPage } from '../layout/render-page.js';
import { SiteService } from '../layout/site.service.js';
import type { Messages } from '../message/index.js';
import { readingOf } from '../reading/reading.js';
import { sentenceOf } from '../reading/sentence-of.js';
import { MessagePage } from './message-page.js';
import { wordsOfPath } from './words-of-path.js';

const TITLES: Partial<Record<string, keyof Messages['message']>> = {
  FORBIDDEN: 'forbidden',
  NOT_FOUND: 'notFound',
  GONE: 'gone',
  UNAVAILABLE: 'unavailable',
  INTERNAL: 'internal',
  TOO_MANY_REQUESTS: 'tooMany',
};

/** The page that people see for an error: what happened, and what they can do next. */
@Injectable()
export class PortalErrorPages implements OnModuleInit {
  constructor(
    private readonly errors: ErrorPages,
    private readonly sites: SiteService,
  ) {}

  onModuleInit(): void {
    this.errors.use((error, request) => this.page(error, request));
  }

  private page(error: AppError, request: Request): string {
    const { code, details } = error;
    const reading = readingOf(request);
    const title = reading.t.message[TITLES[code] ?? 'badRequest'];
    return renderPage(
      <MessagePage
        site={this.sites.site}
        title={typeof title === 'string' ? title : ''}
        sentence={sentenceOf(error, reading)}
        requestId={typeof request.id === 'string' ? request.id : undefined}
        words={code === 'NOT_FOUND' ? wordsOfPath(request.path) : undefined}
        mend={details.page}
      />,
      reading,
    );
  }
}
