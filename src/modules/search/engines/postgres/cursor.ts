import { createHash } from 'node:crypto';
import { AppError } from '../../../kernel/app-error.js';
import type { EngineQuery } from '../../search-engine.js';

/** Where a page ended: in the closely ranked window, or in the order of the statement behind it. */
export interface Position {
  phase: 'ranked' | 'ordered';
  /** Score or sort key of the last hit. */
  key: string;
  recordId: string;
}

/** Opaque form of a position, tied to the query that made it. */
export function encodeCursor(position: Position, query: EngineQuery): string {
  return Buffer.from(JSON.stringify([fingerprint(query), position.phase === 'ranked' ? 0 : 1, position.key, position.recordId])).toString(
    'base64url',
  );
}

/** Refuses everything that was not made for the same words, filters and order. */
export function decodeCursor(cursor: string, query: EngineQuery): Position {
  const parts = parse(cursor);
  if (!parts || parts[0] !== fingerprint(query)) {
    throw new AppError('BAD_REQUEST', 'cursor 不是这次查询给出的翻页位置，请去掉 cursor 从第一页开始。', {
      english: 'cursor was not issued for this query; leave it out to start from the first page.',
      fields: [{ field: 'cursor', message: '请使用同一查询上一页返回的 nextCursor' }],
    });
  }
  return { phase: parts[1] === 0 ? 'ranked' : 'ordered', key: parts[2], recordId: parts[3] };
}

function parse(cursor: string): [string, number, string, string] | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(parts) || parts.length !== 4) return undefined;
    const [print, phase, key, recordId] = parts as unknown[];
    const right = typeof print === 'string' && typeof phase === 'number' && typeof key === 'string' && typeof recordId === 'string';
    return right ? [print, phase, key, recordId] : undefined;
  } catch {
    return undefined;
  }
}

function fingerprint({ query, filters, sort }: EngineQuery): string {
  const asked = JSON.stringify([query.text, sort, filters.map(({ facet, values }) => [facet, [...values].sort()]).sort()]);
  return createHash('sha256').update(asked).digest('base64url').slice(0, 12);
}
