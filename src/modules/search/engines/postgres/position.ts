import type { EngineQuery } from '../../search-engine.js';
import { foreignCursor, openCursor, sealCursor } from '../cursor.js';
import { storable } from '../tsvector-literal.js';

const RECORD_ID = /^\d{1,18}$/;
/** Beyond any score, and within float4. */
const GREATEST_SCORE = 1e30;

const isScore = (key: string): boolean => key.trim() !== '' && Math.abs(Number(key)) < GREATEST_SCORE;

/** Where a page ended: in the closely ranked window, or in the order of the statement behind it. */
export interface Position {
  phase: 'ranked' | 'ordered';
  /** Score or sort key of the last hit. */
  key: string;
  recordId: string;
}

export function encodeCursor({ phase, key, recordId }: Position, query: EngineQuery): string {
  return sealCursor([phase === 'ranked' ? 0 : 1, key, recordId], query);
}

/** @throws AppError BAD_REQUEST for a cursor of another query or engine */
export function decodeCursor(cursor: string, query: EngineQuery): Position {
  const parts = openCursor(cursor, query);
  if (!Array.isArray(parts) || parts.length !== 3) throw foreignCursor();
  const [phase, key, recordId] = parts as unknown[];
  if ((phase !== 0 && phase !== 1) || typeof key !== 'string' || typeof recordId !== 'string') throw foreignCursor();
  // Anybody can seal a cursor: what the statement takes for a number has to be one.
  if (!RECORD_ID.test(recordId) || !(query.sort === 'relevance' ? isScore(key) : storable(key) === key)) throw foreignCursor();
  return { phase: phase === 0 ? 'ranked' : 'ordered', key, recordId };
}
