import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { AppError, type ErrorCode } from '../../kernel/app-error.js';

type Listener = (request: Request, refusal: Refusal, address: string | null) => void;

/** Why a request was refused. */
export type Refusal = Extract<ErrorCode, 'UNAUTHENTICATED' | 'FORBIDDEN'>;

const OF_STATUS: Record<number, Refusal> = { 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN' };

const refused = Symbol('refused');

type Marked = Request & { [refused]?: Refusal };

/** Tells whoever keeps the audit log of requests that were refused, however the refusal was answered: as a problem, a page, a redirection or inside GraphQL. */
@Injectable()
export class Refusals {
  private listener?: Listener;

  listen(listener: Listener): void {
    this.listener = listener;
  }

  /** Remembers an error that the status of the answer may not show. */
  note(request: Request, thrown: unknown): void {
    if (thrown instanceof AppError && (thrown.code === 'UNAUTHENTICATED' || thrown.code === 'FORBIDDEN'))
      (request as Marked)[refused] = thrown.code;
  }

  observe = (request: Marked, response: Response, next: NextFunction): void => {
    // A socket that is gone has no address any more, and whoever hangs up early is written down too.
    const address = request.ip ?? null;
    response.on('close', () => {
      const refusal = request[refused] ?? OF_STATUS[response.statusCode];
      if (refusal) this.listener?.(request, refusal, address);
    });
    next();
  };
}
