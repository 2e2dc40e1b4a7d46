import type { Request, Response } from 'express';
import { AppError } from '../../kernel/app-error.js';
import { MOST_BYTES, tooLarge } from './workbook-parts.js';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The workbook in the body of a request, once it is known who sends it. @throws AppError UNSUPPORTED_MEDIA_TYPE, PAYLOAD_TOO_LARGE */
export async function receiveWorkbook(request: Request): Promise<Buffer> {
  if (!request.is([XLSX, 'application/octet-stream']))
    throw new AppError('UNSUPPORTED_MEDIA_TYPE', `请求体应为 xlsx 工作簿，请设置 Content-Type: ${XLSX}。`, {
      english: `The body must be an xlsx workbook, with Content-Type: ${XLSX}.`,
      fields: [{ field: 'Content-Type', message: `应为 ${XLSX}` }],
    });
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > MOST_BYTES) throw tooLarge(`文件超过 ${MOST_BYTES / 1024 / 1024} MB`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** Answers with a workbook to keep. */
export function sendWorkbook(response: Response, bytes: Buffer, name: string): void {
  response.setHeader('Content-Type', XLSX);
  response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.end(bytes);
}
