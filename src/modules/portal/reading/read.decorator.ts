import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { type Reading, readingOf } from './reading.js';

/** How the visitor reads: `@Read() reading: Reading` in a controller of pages. */
export const Read = createParamDecorator((_: unknown, context: ExecutionContext): Reading =>
  readingOf(context.switchToHttp().getRequest<Request>()),
);
