import type { Request } from 'express';

/** The id under which a request stands in logs, answers and the audit log. */
export function requestIdOf(request: Request): string | null {
  return typeof request.id === 'string' ? request.id : null;
}
