import type { Pool } from 'pg';
import { LAYOUT, LIVE, MARK_LAYOUT } from './index-tables.js';

/** Whether the live tables were filled by a program that counted or stored otherwise; an empty index is of the present layout at once. */
export async function isOutdated(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ layout: string | null; filled: boolean }>(
    `SELECT obj_description($1::regclass, 'pg_class') AS layout, EXISTS (SELECT FROM ${LIVE.entry}) AS filled`,
    [LIVE.entry],
  );
  const { layout, filled } = rows[0]!;
  if (layout === LAYOUT) return false;
  if (filled) return true;
  await pool.query(MARK_LAYOUT);
  return false;
}
