import type { NextFunction, Request, Response } from 'express';
import { AppError } from '../../kernel/app-error.js';
import { flawOfText } from '../../kernel/field/index.js';
import { allowedMethods } from './allowed-methods.js';

const malformed = new AppError('BAD_REQUEST', '网址中的百分号编码有误，应为 UTF-8。', {
  english: 'The address is not percent-encoded UTF-8.',
});

/** Refuses addresses that cannot be read, before anything looks at their parts. @throws AppError BAD_REQUEST */
export function checkAddress(request: Request, _response: Response, next: NextFunction): void {
  try {
    const [path = '', ...query] = request.originalUrl.split('?');
    decodeURIComponent(query.join('?'));
    const flaw = flawOfText(decodeURIComponent(path));
    if (!flaw) return next();
    next(
      new AppError('BAD_REQUEST', `网址中${flaw}。`, {
        english: 'The address holds characters that no address of ours has.',
        fields: [{ field: 'path', message: flaw }],
      }),
    );
  } catch {
    next(malformed);
  }
}

/** Where files of any type are fetched. */
const FILES = /\/resources\/|^\/files\/[^/]+\/content$|^\/submissions\/spreadsheet/;

/** Where a workbook is sent, whose receiver looks at its type. */
const WORKBOOKS = /^\/submissions\/spreadsheet$/;

/** Figures, which are CSV as well. */
const FIGURES = /^\/transparency(\/|$)/;

/** The interface answers JSON alone, but for files and figures. @throws AppError NOT_ACCEPTABLE */
export function checkAccept(request: Request, _response: Response, next: NextFunction): void {
  if (FIGURES.test(request.path) && request.accepts('text/csv')) return next();
  if (FILES.test(request.path) || request.accepts(['application/json', 'application/problem+json'])) return next();
  next(
    new AppError('NOT_ACCEPTABLE', '接口只提供 application/json，请修改 Accept 请求头。', {
      english: 'Only application/json is offered; change the Accept header.',
      fields: [{ field: 'Accept', message: '应包含 application/json' }],
    }),
  );
}

/** Where files are uploaded: what they may come as is said there. */
const UPLOADS = /^\/files\/?$/;

/** Bodies are JSON alone, but for uploads. @throws AppError UNSUPPORTED_MEDIA_TYPE */
export function checkContentType(request: Request, _response: Response, next: NextFunction): void {
  if (WORKBOOKS.test(request.path)) return next();
  const taken = allowedMethods(request.app, request.baseUrl + request.path).includes(request.method);
  // `is` answers null when there is no body at all; what is missing from it is then said field by field.
  const empty = request.headers['content-length'] === '0';
  const json = empty || request.is(['application/json', 'application/*+json']) !== false;
  if (!taken || !['POST', 'PUT', 'PATCH'].includes(request.method) || json || UPLOADS.test(request.path)) return next();
  next(
    new AppError('UNSUPPORTED_MEDIA_TYPE', '请求体应为 JSON，请设置 Content-Type: application/json。', {
      english: 'The body must be JSON, with Content-Type: application/json.',
      fields: [{ field: 'Content-Type', message: '应为 application/json' }],
    }),
  );
}
