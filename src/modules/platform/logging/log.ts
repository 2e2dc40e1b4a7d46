import { Injectable, type LoggerService } from '@nestjs/common';
import { destination, type Logger, pino } from 'pino';

/** Structured logs on standard error, so that standard output stays free for what commands print. */
@Injectable()
export class Log implements LoggerService {
  readonly pino: Logger;

  constructor(level: string) {
    this.pino = pino(
      {
        level,
        base: undefined,
        errorKey: 'error',
        redact: ['req.headers.authorization', 'req.headers.cookie', 'req.headers["x-api-key"]'],
      },
      destination({ dest: 2, sync: true }),
    );
  }

  error(context: unknown, message?: string): void {
    this.pino.error(...entry(context, message));
  }

  warn(context: unknown, message?: string): void {
    this.pino.warn(...entry(context, message));
  }

  info(context: object, message: string): void {
    this.pino.info(context, message);
  }

  /** Nest reports its own start-up here: details, not news. */
  log(message: unknown): void {
    this.pino.debug(String(message));
  }

  debug(message: unknown): void {
    this.pino.debug(String(message));
  }

  verbose(message: unknown): void {
    this.pino.trace(String(message));
  }
}

function entry(context: unknown, message?: string): [object, string] {
  return typeof context === 'object' && context !== null ? [context, message ?? ''] : [{}, String(context)];
}
