import type { AppError, ErrorCode } from '../../../kernel/app-error.js';
import { STATUS } from '../../../platform/http/index.js';

/** An error as CKAN answers it: an envelope, or a mere text where CKAN has no envelope. */
export interface ErrorAnswer {
  status: number;
  body: { help: string; success: false; error: Record<string, unknown> } | string;
}

/** What our codes are in CKAN: its type and status, and how its sentence begins. */
const TYPES: Partial<Record<ErrorCode, [type: string, status: number, before: string]>> = {
  NOT_FOUND: ['Not Found Error', 404, 'Not found: '],
  GONE: ['Not Found Error', 404, 'Not found: '],
  UNAUTHENTICATED: ['Authorization Error', 403, 'Access denied: '],
  FORBIDDEN: ['Authorization Error', 403, 'Access denied: '],
  VALIDATION_FAILED: ['Validation Error', 409, ''],
  CONFLICT: ['Validation Error', 409, ''],
  PRECONDITION_FAILED: ['Validation Error', 409, ''],
};

/** Actions whose parameters are a search. */
const SEARCHES = new Set(['package_search', 'resource_search']);

/** The answer to an error of an action. Pure. */
export function errorAnswer(error: AppError, action: string | undefined, help: (action: string) => string, english: boolean): ErrorAnswer {
  const sentence = english ? (error.details.english ?? error.message) : error.message;
  const { fields = [] } = error.details;
  const envelope = (status: number, reason: Record<string, unknown>): ErrorAnswer => ({
    status,
    body: { help: help(action ?? 'help_show'), success: false, error: reason },
  });
  if (error.code === 'BAD_REQUEST' && action !== undefined && fields.length > 0) {
    if (SEARCHES.has(action)) return envelope(400, { __type: 'Search Query Error', message: `Search Query is invalid: ${sentence}` });
    return envelope(409, { __type: 'Validation Error', message: sentence, ...byField(fields) });
  }
  const [type, status, before] = TYPES[error.code] ?? [];
  if (type === undefined || action === undefined) {
    if (STATUS[error.code] >= 500) return envelope(STATUS[error.code], { __type: 'Internal Server Error', message: sentence });
    return { status: STATUS[error.code], body: `Bad request - ${sentence}` };
  }
  if (type === 'Validation Error') return envelope(status!, { __type: type, message: sentence, ...byField(fields) });
  return envelope(status!, { __type: type, message: before + sentence });
}

function byField(fields: readonly { field: string; message: string }[]): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { field, message } of fields)
    if (!field.startsWith('__') && field !== 'message') (found[field || 'body'] ??= []).push(message);
  return found;
}
