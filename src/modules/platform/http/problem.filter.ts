import { type ArgumentsHost, Catch, type ExceptionFilter, NotFoundException } from '@nestjs/common';
import type { GqlContextType } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import { AppError } from '../../kernel/app-error.js';
import { Log } from '../logging/index.js';
import { allowedMethods } from './allowed-methods.js';
import { ErrorPages } from './error-pages.js';
import { asAppError, prefersEnglish, problemOf, STATUS } from './problem.js';
import { Refusals } from './refusals.js';
import { requestIdOf } from './request-id.js';
import { Surfaces } from './surfaces.js';
import { withoutTokens } from './without-tokens.js';

/** Answers every error of a web request: in the form of its protocol, problem+json for programs, a page for people; logs what nobody foresaw. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly log: Log,
    private readonly pages: ErrorPages,
    private readonly refusals: Refusals,
    private readonly surfaces: Surfaces,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    // GraphQL answers errors by itself, through its formatError.
    if (host.getType<GqlContextType>() === 'graphql') {
      this.refusals.note(host.getArgByIndex<{ req: Request }>(2).req, thrown);
      throw thrown;
    }
    const http = host.switchToHttp();
    this.answer(thrown, http.getRequest<Request>(), http.getResponse<Response>());
  }

  /** Also used as the last Express error handler, for errors outside Nest. */
  answer(thrown: unknown, request: Request, response: Response): void {
    const error = this.methodError(thrown, request, response) ?? asAppError(thrown);
    const requestId = requestIdOf(request) ?? undefined;
    this.refusals.note(request, error);
    if (error.code === 'INTERNAL') this.log.error({ error: thrown, requestId, url: withoutTokens(request.originalUrl) }, 'request failed');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.status(STATUS[error.code]);
    response.setHeader('Cache-Control', 'no-store');
    response.removeHeader('ETag');
    if (error.code === 'UNAUTHENTICATED') response.setHeader('WWW-Authenticate', 'Bearer');
    if (error.details.retryAfter !== undefined) response.setHeader('Retry-After', String(error.details.retryAfter));
    const surface = this.surfaces.of(request);
    if (surface) {
      surface.answer(error, request, response);
      return;
    }
    if (this.pages.wants(request)) {
      response.type('html').send(this.pages.render(error, request));
      return;
    }
    const english = prefersEnglish(request.headers['accept-language']);
    response.type('application/problem+json').send(JSON.stringify(problemOf(error, requestId, english)));
  }

  /** What no route took may still be an address of ours, asked for with another method. */
  private methodError(thrown: unknown, request: Request, response: Response): AppError | undefined {
    if (!(thrown instanceof NotFoundException)) return undefined;
    const allowed = allowedMethods(request.app, request.path);
    if (allowed.length === 0 || allowed.includes(request.method)) return undefined;
    response.setHeader('Allow', allowed.join(', '));
    return new AppError('METHOD_NOT_ALLOWED', `这个地址不支持 ${request.method}，可用的方法：${allowed.join('、')}。`, {
      english: `This address takes ${allowed.join(', ')} only.`,
    });
  }
}
