import type { Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';

/** How long the body of a request may take, save that of an upload, which may take as long as it goes on. */
const MOST_MILLISECONDS = 300_000;
/** And how long it may go on once it was answered. */
const AFTER_ANSWER_MILLISECONDS = 10_000;

/** Node's own limit knows no exceptions: it would cut off a large file on a slow line. */
export function limitBodyTime(app: NestExpressApplication, server: Server): void {
  server.requestTimeout = 0;
  app.use((request: Request, response: Response, next: NextFunction) => {
    // Whoever has the answer already has no more to send.
    response.once('finish', () => {
      if (!request.complete) setTimeout(() => request.complete || request.destroy(), AFTER_ANSWER_MILLISECONDS).unref();
    });
    if (/^\/api\/v1\/files\/?$/.test(request.path) || request.complete) return next();
    const timer = setTimeout(() => request.complete || request.destroy(), MOST_MILLISECONDS).unref();
    request.once('close', () => clearTimeout(timer));
    next();
  });
}
