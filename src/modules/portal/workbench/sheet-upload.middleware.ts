import { Injectable, type NestMiddleware } from '@nestjs/common';
import busboy from 'busboy';
import type { NextFunction, Request, Response } from 'express';
import { MOST_SPREADSHEET_BYTES } from '../../catalog/index.js';
import { BrowserSession } from '../../identity/index.js';
import { AppError } from '../../kernel/app-error.js';

/** A request with the workbook that its form carried. */
export type SheetRequest = Request & { sheet?: { bytes: Buffer; name: string } };

/** Reads the form that carries a workbook, before the guard looks for its token; of nobody who is not signed in. */
@Injectable()
export class SheetUploadMiddleware implements NestMiddleware {
  constructor(private readonly browser: BrowserSession) {}

  async use(request: SheetRequest, response: Response, next: NextFunction): Promise<void> {
    try {
      if (request.is('multipart/form-data') && (await this.browser.find(request, response))) await receive(request);
      next();
    } catch (error) {
      next(error);
    }
  }
}

function receive(request: SheetRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    const fields: Record<string, string> = {};
    const limits = { fileSize: MOST_SPREADSHEET_BYTES, files: 1, fields: 10, fieldSize: 1_000, parts: 12 };
    const refuse = (error: AppError) => {
      request.unpipe(form);
      request.resume();
      reject(error);
    };
    const form = busboy({ headers: request.headers, limits, defParamCharset: 'utf8' });
    form.on('field', (name, value) => {
      if (Object.hasOwn(fields, name) || name === '__proto__') return;
      fields[name] = value;
    });
    form.on('file', (_, stream, { filename }) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('limit', () => {
        refuse(
          new AppError('PAYLOAD_TOO_LARGE', `文件超过 ${MOST_SPREADSHEET_BYTES / 1024 / 1024} MB，请分几次导入。`, {
            english: 'The workbook is too large.',
            fields: [{ field: 'file', message: '文件过大' }],
          }),
        );
      });
      stream.on('end', () => {
        request.sheet = { bytes: Buffer.concat(pieces), name: filename ?? '' };
      });
    });
    form.on('error', () => {
      refuse(new AppError('BAD_REQUEST', '上传的表单不完整，什么也没有改变；请返回页面重试。', { english: 'The form is not complete.' }));
    });
    form.on('close', () => {
      request.body = fields;
      resolve();
    });
    request.pipe(form);
  });
}
