import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { AppError } from '../../kernel/app-error.js';
import { DATA_KEY_PREFIX, DataKeys } from '../key/data-key.service.js';
import { keepPrivate } from './keep-private.js';
import { rememberViewer } from './viewer.js';

const DEPARTMENT_KEY_PREFIX = 'hz_';

/** Finds out before any route whose key a request carries, so that `viewerOf` need not wait; only routes that ask for the viewer mind a wrong key. */
@Injectable()
export class RecogniseViewer implements NestMiddleware {
  constructor(private readonly keys: DataKeys) {}

  use(request: Request, response: Response, next: NextFunction): void {
    const key = keyOf(request);
    if (key === undefined) return next();
    keepPrivate(response);
    this.keys
      .recognise(key)
      .then((found) => rememberViewer(request, found))
      .catch((error: unknown) => {
        if (!(error instanceof AppError)) throw error;
        rememberViewer(request, error);
      })
      .then(() => next(), next);
  }
}

function keyOf({ headers }: Request): string | undefined {
  const header = headers['x-api-key'];
  const bearer = /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  return [header, bearer].find(
    (each): each is string => typeof each === 'string' && (each.startsWith(DATA_KEY_PREFIX) || each.startsWith(DEPARTMENT_KEY_PREFIX)),
  );
}
