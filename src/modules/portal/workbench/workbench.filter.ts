import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { SignInNeeded } from '../../identity/index.js';
import { AppError } from '../../kernel/app-error.js';
import { ProblemFilter, Refusals } from '../../platform/http/index.js';

const STEPS: Record<string, string> = {
  secondFactor: '/workbench/second-factor',
  changePassword: '/workbench/password',
  enrol: '/workbench/enrol',
};

/** Leads whoever is not signed in, or not wholly, to the page where that is mended; other errors are shown as everywhere. */
@Catch(AppError)
export class WorkbenchFilter implements ExceptionFilter {
  constructor(
    private readonly problems: ProblemFilter,
    private readonly refusals: Refusals,
  ) {}

  catch(error: AppError, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const step = error.code === 'FORBIDDEN' ? error.details.fields?.find(({ field }) => field === 'session')?.message : undefined;
    response.setHeader('Cache-Control', 'no-store');
    if (error instanceof SignInNeeded) {
      this.refusals.note(request, error);
      const next = request.method === 'GET' ? request.originalUrl : '/workbench';
      response.redirect(303, `/workbench/sign-in?next=${encodeURIComponent(next)}`);
    } else if (step && STEPS[step]) response.redirect(303, STEPS[step]);
    else this.problems.catch(error, host);
  }
}
