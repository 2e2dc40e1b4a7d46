import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { createContext } from 'preact';
import type { Observable } from 'rxjs';
import { NoticeService } from '../../catalog/index.js';
import { requestOf } from '../../identity/index.js';

/** How many notices the visitor has not read; the bar of every page of the workbench shows it. */
export const UnreadNotices = createContext(0);

const LOCAL = 'unreadNotices';

/** The number, as the interceptor found it for this answer. */
export function unreadOf(response: Response): number {
  return (response.locals as Record<string, number | undefined>)[LOCAL] ?? 0;
}

/** Counts the unread notices of whoever opens a page of the workbench. */
@Injectable()
export class UnreadNoticesInterceptor implements NestInterceptor {
  constructor(private readonly notices: NoticeService) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    if (context.getType() === 'http') {
      const { signedIn, method, path } = requestOf(context);
      if (signedIn && !signedIn.pending && method === 'GET' && path.startsWith('/workbench'))
        context.switchToHttp().getResponse<Response>().locals[LOCAL] = await this.notices.countUnread(signedIn.actor);
    }
    return next.handle();
  }
}
