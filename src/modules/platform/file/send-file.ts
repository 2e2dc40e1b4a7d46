import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { AppError } from '../../kernel/app-error.js';
import { isHeld, offerAs } from '../http/index.js';
import { rangeOf, rangeStillGood } from './byte-range.js';
import type { FileStore } from './file-store.js';

/** A stored file as a reader is given it. */
export interface ServedFile {
  sha256: string;
  byteSize: number;
  /** Under which it is saved. */
  name: string;
  mediaType: string;
  /** Whether caches on the way may keep it. */
  cache: 'public' | 'private';
}

/** Sends a file or the part that is asked for, to be saved and never run as a page of this site. @throws AppError RANGE_NOT_SATISFIABLE */
export async function sendFile(
  response: Response,
  store: FileStore,
  { sha256, byteSize, name, mediaType, cache }: ServedFile,
): Promise<void> {
  const { req: request } = response;
  const etag = `"${sha256}"`;
  offerAs(response, name);
  response.setHeader('Content-Type', mediaType);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  response.setHeader('ETag', etag);
  response.setHeader('Accept-Ranges', 'bytes');
  // Compressing on the way would break ranges and the size that a browser shows.
  response.setHeader('Cache-Control', `${cache}, no-cache, no-transform`);
  if (isHeld(response)) {
    response.status(304).end();
    return;
  }
  const header = rangeStillGood(request.header('if-range'), etag) && request.method === 'GET' ? request.headers.range : undefined;
  const range = rangeOf(header, byteSize);
  if (range === 'unsatisfiable') {
    response.setHeader('Content-Range', `bytes */${byteSize}`);
    response.removeHeader('Content-Disposition');
    throw new AppError('RANGE_NOT_SATISFIABLE', `文件只有 ${byteSize} 字节，没有所要的一段；请去掉 Range 请求头重新下载。`, {
      english: `The file has ${byteSize} bytes.`,
    });
  }
  if (range !== 'whole') {
    response.status(206);
    response.setHeader('Content-Range', `bytes ${range.start}-${range.end}/${byteSize}`);
  }
  response.setHeader('Content-Length', range === 'whole' ? byteSize : range.end - range.start + 1);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const content = await store.read(sha256, range === 'whole' ? undefined : range);
  try {
    await pipeline(content, response);
  } catch (error) {
    // A reader who goes away is no error; one who cannot be given the rest must not take the beginning for the whole.
    if (!response.destroyed) throw error;
  }
}
