import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { AppError } from '../../kernel/app-error.js';

type Render = (error: AppError, request: Request) => string;

/** Where the portal leaves the page that people see for an error; without a portal, everyone gets problem+json. */
@Injectable()
export class ErrorPages {
  private renderer?: Render;

  use(renderer: Render): void {
    this.renderer = renderer;
  }

  /** A browser asking for a page, not a program asking the API. */
  wants(request: Request): boolean {
    return (
      this.renderer !== undefined &&
      !/^\/(api|graphql|health|openapi\.json|schema\.graphql)([/?]|$)/.test(request.originalUrl) &&
      request.accepts(['html', 'json']) === 'html'
    );
  }

  render(error: AppError, request: Request): string {
    return this.renderer!(error, request);
  }
}
