import { HttpException } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { AppError, type ErrorCode, type ErrorDetails } from '../../kernel/app-error.js';

/** HTTP status of each error code: the one table that REST, pages and GraphQL share. */
export const STATUS: Record<ErrorCode, number> = {
  BAD_REQUEST: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  NOT_ACCEPTABLE: 406,
  CONFLICT: 409,
  GONE: 410,
  PRECONDITION_FAILED: 412,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  RANGE_NOT_SATISFIABLE: 416,
  VALIDATION_FAILED: 422,
  PRECONDITION_REQUIRED: 428,
  TOO_MANY_REQUESTS: 429,
  HEADERS_TOO_LARGE: 431,
  INTERNAL: 500,
  UNAVAILABLE: 503,
};

const TITLES: Record<ErrorCode, [chinese: string, english: string]> = {
  BAD_REQUEST: ['请求有误', 'Bad request'],
  UNAUTHENTICATED: ['需要身份', 'Authentication needed'],
  FORBIDDEN: ['没有权限', 'Forbidden'],
  NOT_FOUND: ['没有找到', 'Not found'],
  METHOD_NOT_ALLOWED: ['不支持该方法', 'Method not allowed'],
  NOT_ACCEPTABLE: ['不提供这种格式', 'Not acceptable'],
  CONFLICT: ['与现有内容冲突', 'Conflict'],
  GONE: ['已经撤回', 'Gone'],
  PRECONDITION_FAILED: ['内容已被修改', 'Precondition failed'],
  PAYLOAD_TOO_LARGE: ['内容过大', 'Payload too large'],
  UNSUPPORTED_MEDIA_TYPE: ['不支持这种内容类型', 'Unsupported media type'],
  RANGE_NOT_SATISFIABLE: ['没有所要的一段', 'Range not satisfiable'],
  VALIDATION_FAILED: ['内容不符合要求', 'Validation failed'],
  PRECONDITION_REQUIRED: ['缺少修订号', 'Precondition required'],
  TOO_MANY_REQUESTS: ['请求过于频繁', 'Too many requests'],
  HEADERS_TOO_LARGE: ['网址或请求头过长', 'Address or headers too long'],
  INTERNAL: ['系统内部错误', 'Internal error'],
  UNAVAILABLE: ['暂时不可用', 'Unavailable'],
};

/** One wrong field of a request. */
export class ProblemField {
  @ApiProperty({ description: '字段路径', example: 'items[3].name' })
  field: string;

  @ApiProperty({ description: '原因', example: '不能为空' })
  message: string;
}

/** Error answer of the REST interface (RFC 9457). */
export class Problem {
  @ApiProperty({ example: 'about:blank' })
  type: string;

  @ApiProperty({ example: '请求有误' })
  title: string;

  @ApiProperty({ type: 'integer', example: 400 })
  status: number;

  @ApiProperty({ description: '一句话：哪里不对，怎么办', example: '查询参数有误：limt：没有这个参数，是否指 limit。' })
  detail: string;

  @ApiProperty({ description: '错误码，同 GraphQL 的 extensions.code', type: String, enum: Object.keys(STATUS), example: 'BAD_REQUEST' })
  code: ErrorCode;

  @ApiProperty({ description: '请求编号，报告问题时请附上', required: false })
  instance?: string;

  @ApiProperty({ type: [ProblemField], required: false })
  errors?: ProblemField[];
}

/** Errors that Express and its body parser raise, by their `type`. */
const PARSER: Record<string, AppError> = {
  'entity.parse.failed': new AppError('BAD_REQUEST', '请求体不是有效的 JSON，请检查引号、逗号和编码（UTF-8）。', {
    english: 'The body is not valid JSON in UTF-8.',
  }),
  'entity.too.large': new AppError('PAYLOAD_TOO_LARGE', '请求体过大，请拆分后分次提交，或使用 haozhao import。', {
    english: 'The body is too large; split it or use haozhao import.',
  }),
  'encoding.unsupported': new AppError('UNSUPPORTED_MEDIA_TYPE', '不支持请求体的压缩方式，请用 gzip、br 或不压缩。', {
    english: 'The content encoding is not supported.',
  }),
  'charset.unsupported': new AppError('UNSUPPORTED_MEDIA_TYPE', '请求体的字符集应为 UTF-8。', { english: 'The charset must be UTF-8.' }),
  'request.aborted': new AppError('BAD_REQUEST', '请求在传完之前中断。', { english: 'The request was aborted.' }),
  'request.size.invalid': new AppError('BAD_REQUEST', '请求体长度与 Content-Length 不符。', {
    english: 'The body does not match its Content-Length.',
  }),
};

const BY_STATUS = new Map(Object.entries(STATUS).map(([code, status]) => [status, code as ErrorCode]));

/** Any thrown value as an AppError; what nobody foresaw becomes INTERNAL without its message. */
export function asAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const { type, status } = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as { type?: string; status?: number };
  if (type && PARSER[type]) return PARSER[type];
  if (thrown instanceof URIError)
    return new AppError('BAD_REQUEST', '网址中的百分号编码有误。', { english: 'The address is not properly percent-encoded.' });
  const given = thrown instanceof HttpException ? thrown.getStatus() : status;
  const code = given === undefined ? undefined : BY_STATUS.get(given);
  if (code === 'NOT_FOUND')
    return new AppError(code, '没有这个地址，请检查网址，接口说明见 /docs。', { english: 'There is nothing at this address; see /docs.' });
  if (code && STATUS[code] < 500) return new AppError(code, `${TITLES[code][0]}。`, { english: `${TITLES[code][1]}.` });
  return new AppError('INTERNAL', '系统内部错误，已记录；请稍后再试，仍不行请附上请求编号告诉我们。', {
    english: 'Internal error; it was logged. Please try again later.',
  });
}

/** Whether the caller asked for English rather than Chinese. */
export function prefersEnglish(acceptLanguage: string | undefined): boolean {
  const first = acceptLanguage?.split(',')[0]?.trim().toLowerCase() ?? '';
  return first.startsWith('en');
}

/** The problem+json body of an error. */
export function problemOf(error: AppError, requestId: string | undefined, english: boolean): Problem {
  const { fields, english: englishDetail }: ErrorDetails = error.details;
  return {
    type: 'about:blank',
    title: TITLES[error.code][english ? 1 : 0],
    status: STATUS[error.code],
    detail: english ? (englishDetail ?? TITLES[error.code][1]) : error.message,
    code: error.code,
    ...(requestId ? { instance: `urn:request:${requestId}` } : {}),
    ...(fields ? { errors: fields } : {}),
  };
}
