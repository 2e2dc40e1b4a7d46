import { createHash } from 'node:crypto';
import type { Response } from 'express';
import { AppError } from '../../kernel/app-error.js';

/** Part of tags of what the program writes: differs from one start to the next, since another version may write the same differently. */
export const STARTED = Date.now().toString(36);

/** Strong entity tag of a revision. */
export function etagOf(revision: number): string {
  return `"r${revision}"`;
}

/** The `If-Match` header in the documentation of routes that want one. */
export const IF_MATCH = { name: 'If-Match', description: '读取时得到的 ETag', required: true, example: '"r3"' };

/** Revision of an `If-Match` header. @throws AppError PRECONDITION_REQUIRED without one, PRECONDITION_FAILED when it is not a tag of ours */
export function revisionOfIfMatch(header: string | undefined): number {
  if (!header) {
    throw new AppError('PRECONDITION_REQUIRED', '请在 If-Match 请求头中带上读取时得到的 ETag，以免覆盖他人的修改。', {
      english: 'Send the ETag of the version you read in If-Match.',
      fields: [{ field: 'If-Match', message: '必填' }],
    });
  }
  const revision = /^(?:W\/)?"r(\d{1,9})(?:-[a-z]+)?"$/.exec(header.trim())?.[1];
  if (!revision) {
    throw new AppError('PRECONDITION_FAILED', 'If-Match 应为读取时得到的 ETag，例如 "r3"。', {
      english: 'If-Match must be an ETag of this resource, for example "r3".',
      fields: [{ field: 'If-Match', message: '不是本资源的 ETag' }],
    });
  }
  return Number(revision);
}

/**
 * Whether the caller has what is about to be answered, by its tag or else by its date; then 304 is the answer.
 * A tag counts whatever caches on the way were told, unlike in Express: `fetch` of Node always says no-cache beside a tag.
 */
export function isHeld(response: Response): boolean {
  const { headers, method, fresh } = response.req;
  const given = headers['if-none-match'];
  if (given === undefined) return fresh;
  const tag = response.getHeader('ETag');
  const bare = (text: string) => text.trim().replace(/^W\//, '');
  return (method === 'GET' || method === 'HEAD') && typeof tag === 'string' && given.split(',').some((each) => bare(each) === bare(tag));
}

/** Gives an answer that caches may keep for a while an entity tag, of its content unless it has one; 304 when the caller has it already. */
export function answerCached<T extends object>(response: Response, body: T, { seconds, etag }: { seconds: number; etag?: string }): T {
  response.setHeader('ETag', etag ?? `W/"${createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 22)}"`);
  response.setHeader('Cache-Control', `public, max-age=${seconds}`);
  if (isHeld(response)) response.status(304);
  return body;
}
