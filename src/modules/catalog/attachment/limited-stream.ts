import type { Readable } from 'node:stream';
import { AppError } from '../../kernel/app-error.js';

/** Passes a stream on until it is too large. @throws AppError PAYLOAD_TOO_LARGE */
export async function* limited(content: Readable, megabytes: number): AsyncGenerator<Buffer> {
  let left = megabytes * 1024 * 1024;
  for await (const chunk of content as AsyncIterable<Buffer>) {
    left -= chunk.length;
    if (left < 0) throw tooLarge(megabytes);
    yield chunk;
  }
}

export const tooLarge = (megabytes: number) =>
  new AppError('PAYLOAD_TOO_LARGE', `文件超过 ${megabytes} MB，请拆分或压缩后上传，或请管理员调整 MAX_UPLOAD_MB。`, {
    english: `The file is larger than ${megabytes} MB.`,
    fields: [{ field: 'file', message: `最大 ${megabytes} MB` }],
  });

/** A full disk is no fault of the file, and passes. */
export function readableError(error: unknown): unknown {
  if (!['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) return error;
  return new AppError('UNAVAILABLE', '服务器的存储空间不足或不能写入，请联系管理员后再上传。', {
    english: 'The server cannot store the file now.',
    retryAfter: 60,
  });
}
