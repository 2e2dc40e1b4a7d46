import { createHash } from 'node:crypto';
import type { ReadableTable } from '../../data/index.js';

/** In a few characters, which versions of which tables a page shows and whether their statistics are made: other ones are another page. Pure. */
export function tableState(tables: readonly ReadableTable[]): string {
  const parts = tables.map(({ table, version }) => [table.id, table.title, version.id, version.statistics.length]);
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16);
}
