/** Error codes of the whole system; REST maps them to a status, GraphQL puts them into `extensions.code`. */
export type ErrorCode =
  | 'BAD_REQUEST'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'METHOD_NOT_ALLOWED'
  | 'NOT_ACCEPTABLE'
  | 'CONFLICT'
  | 'GONE'
  | 'PRECONDITION_FAILED'
  | 'PAYLOAD_TOO_LARGE'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'RANGE_NOT_SATISFIABLE'
  | 'VALIDATION_FAILED'
  | 'PRECONDITION_REQUIRED'
  | 'TOO_MANY_REQUESTS'
  | 'HEADERS_TOO_LARGE'
  | 'INTERNAL'
  | 'UNAVAILABLE';

/** What is wrong with one field: `field` is a path such as `items[3].name`. */
export interface FieldError {
  field: string;
  message: string;
}

export interface ErrorDetails {
  /** The same sentence in English, chosen by `Accept-Language`. */
  english?: string;
  fields?: FieldError[];
  /** Seconds after which another try may succeed. */
  retryAfter?: number;
  /** Path of a page on which people can mend it, and what it is called; shown on pages only. */
  page?: { path: string; label: string };
}

/** The one error that services throw for a condition the caller can understand; the message is a Chinese sentence that says what to do. */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: ErrorDetails = {},
  ) {
    super(message);
  }
}

/** One field that is not as it must be; the message is a sentence without its full stop. */
export function invalidField(field: string, message: string): AppError {
  return new AppError('VALIDATION_FAILED', `${message}。`, { fields: [{ field, message }] });
}
