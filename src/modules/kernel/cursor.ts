import { createHash } from 'node:crypto';
import { AppError } from './app-error.js';

const CHECK_LENGTH = 8;

const checksum = (position: string, scope: string) =>
  createHash('sha256').update(`${scope}\n${position}`).digest('base64url').slice(0, CHECK_LENGTH);

/** An opaque cursor for a position within one list; `scope` names the list and its filters. */
export function encodeCursor(position: string, scope: string): string {
  return Buffer.from(checksum(position, scope) + position).toString('base64url');
}

/** The position of a cursor. @throws AppError BAD_REQUEST when it was not made for this list */
export function decodeCursor(cursor: string, scope: string, field: 'cursor' | 'after' = 'cursor'): string {
  const text = Buffer.from(cursor, 'base64url').toString();
  const position = text.slice(CHECK_LENGTH);
  if (text.length > CHECK_LENGTH && checksum(position, scope) === text.slice(0, CHECK_LENGTH)) return position;
  throw refusedCursor(field);
}

/** The position of a cursor of a list whose positions are row ids: anybody can make one, so it must hold an id. @throws AppError BAD_REQUEST */
export function decodeIdCursor(cursor: string, scope: string, field: 'cursor' | 'after' = 'cursor'): string {
  const id = decodeCursor(cursor, scope, field);
  if (!/^\d{1,18}$/.test(id)) throw refusedCursor(field);
  return id;
}

/** What is said of a cursor that no page has returned. */
export function refusedCursor(field: 'cursor' | 'after'): AppError {
  return new AppError(
    'BAD_REQUEST',
    `参数 ${field} 无效：请使用本次查询上一页返回的 ${field === 'cursor' ? 'nextCursor' : 'endCursor'}，条件不能改变。`,
    {
      english: 'The cursor is not of this query; use the cursor that the page before returned, with the same conditions.',
      fields: [{ field, message: '不是本次查询返回的游标' }],
    },
  );
}
