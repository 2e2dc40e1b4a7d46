import { decodeIdCursor, encodeCursor } from '../../kernel/cursor.js';

interface Filter {
  kind?: string | null;
  department?: string | null;
}

const scopeOf = ({ kind, department }: Filter): string => `changes\n${kind ?? ''}\n${department ?? ''}`;

/** A position in the feed as callers have it: good with the same filter. Pure. */
export const changeCursor = (position: string, filter: Filter): string => encodeCursor(position, scopeOf(filter));

/** The position of a cursor. Pure. @throws AppError BAD_REQUEST */
export const positionOf = (cursor: string, filter: Filter, name: 'cursor' | 'after'): string =>
  decodeIdCursor(cursor, scopeOf(filter), name);
