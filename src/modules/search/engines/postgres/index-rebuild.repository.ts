import type { Pool } from 'pg';
import { AppError } from '../../../kernel/app-error.js';
import { CREATE_NEXT, DROP_NEXT, INDEX_NEXT, REBUILD_LOCK, SWITCH, SWITCH_LOCK } from './index-tables.js';

/** Whoever rebuilds next need not wait until the server has noticed that this session is gone. */
const UNLOCK = 'SELECT pg_advisory_unlock($1)';

/** The tables of a rebuild from their creation to the switch; one session lives as long as the rebuild does. */
export interface TableRebuild {
  publish(): Promise<void>;
  discard(): Promise<void>;
}

/** Creates empty tables beside the live ones; only one rebuild at a time. */
export async function rebuildIndex(pool: Pool): Promise<TableRebuild> {
  const session = await pool.connect();
  // A server that goes away is noticed by the next statement; without a listener it would end the process.
  session.on('error', () => undefined);
  const alone = async (statements: string) => {
    await session.query('BEGIN');
    await session.query('SELECT pg_advisory_xact_lock($1)', [SWITCH_LOCK]);
    await session.query(statements);
    await session.query('COMMIT');
  };
  // Closing the session frees its lock, and an open transaction with it; but only when the server notices.
  let open = true;
  const close = () => {
    if (open) session.release(true);
    open = false;
  };
  try {
    await session.query('BEGIN');
    await session.query('SELECT pg_advisory_xact_lock($1)', [SWITCH_LOCK]);
    const { rows } = await session.query<{ free: boolean }>('SELECT pg_try_advisory_lock($1) AS free', [REBUILD_LOCK]);
    if (!rows[0]!.free) throw underWay();
    await session.query(DROP_NEXT);
    await session.query(CREATE_NEXT);
    await session.query('COMMIT');
  } catch (error) {
    close();
    throw error;
  }
  return {
    async publish() {
      try {
        await session.query(INDEX_NEXT);
        await alone(SWITCH);
        await session.query(UNLOCK, [REBUILD_LOCK]);
      } finally {
        close();
      }
    },
    async discard() {
      if (!open) return;
      try {
        await alone(DROP_NEXT);
        await session.query(UNLOCK, [REBUILD_LOCK]);
      } finally {
        close();
      }
    },
  };
}

function underWay(): AppError {
  return new AppError('CONFLICT', '检索索引正在由另一个进程重建，请等它完成后再试。', {
    english: 'Another process is rebuilding the search index; try again when it has finished.',
  });
}
