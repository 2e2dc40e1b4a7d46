import { AppError } from '../../../kernel/app-error.js';

/** Why the embedded server could not be used, in both languages and with the one way out that always works. */
export function embeddedFailure(chinese: string, english: string): AppError {
  return new AppError('UNAVAILABLE', `${chinese}也可以设置 DATABASE_URL，改用自己的 PostgreSQL 服务器。`, {
    english: `${english} Setting DATABASE_URL to a PostgreSQL server of your own also works.`,
  });
}

/** The `code` of a system or PostgreSQL error. */
export function errorCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
