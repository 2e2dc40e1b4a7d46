import { decodeCursor, encodeCursor, refusedCursor } from '../../kernel/cursor.js';

interface Filter {
  kind?: string | null;
  department?: string | null;
}

const scopeOf = ({ kind, department }: Filter): string => `changes\n${kind ?? ''}\n${department ?? ''}`;

/** A position in the feed as callers have it: good with the same filter. Pure. */
export const changeCursor = (position: string, filter: Filter): string => encodeCursor(position, scopeOf(filter));

/** The position of a cursor: anybody can make one, so it must hold a place in the list. Pure. @throws AppError BAD_REQUEST */
export function positionOf(cursor: string, filter: Filter, name: 'cursor' | 'after'): string {
  const place = decodeCursor(cursor, scopeOf(filter), name);
  if (!/^\d{1,18}$/.test(place)) throw refusedCursor(name);
  return place;
}
