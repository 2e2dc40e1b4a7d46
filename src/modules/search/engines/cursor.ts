import { createHash } from 'node:crypto';
import { AppError } from '../../kernel/app-error.js';
import type { EngineQuery } from '../search-engine.js';

/** Opaque form of a position in the answer to a query; nothing but the same query takes it back. */
export function sealCursor(position: unknown, query: EngineQuery): string {
  return Buffer.from(JSON.stringify([fingerprint(query), position])).toString('base64url');
}

/** The position, whatever its shape; refuses everything that was not made for the same words, filters and order. */
export function openCursor(cursor: string, query: EngineQuery): unknown {
  const parts = parse(cursor);
  if (!Array.isArray(parts) || parts.length !== 2 || parts[0] !== fingerprint(query)) throw foreignCursor();
  return (parts as unknown[])[1];
}

export function foreignCursor(): AppError {
  return new AppError('BAD_REQUEST', 'cursor 不是这次查询给出的翻页位置，请去掉 cursor 从第一页开始。', {
    english: 'cursor was not issued for this query; leave it out to start from the first page.',
    fields: [{ field: 'cursor', message: '请使用同一查询上一页返回的 nextCursor' }],
  });
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function fingerprint({ query, filters, sort, where }: EngineQuery): string {
  const narrowed = filters.map(({ facet, values }) => [facet, [...values].sort()]).sort();
  const asked = JSON.stringify([query.text, sort, narrowed, ...(where ? [where] : [])]);
  return createHash('sha256').update(asked).digest('base64url').slice(0, 12);
}
