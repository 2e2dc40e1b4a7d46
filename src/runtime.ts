import type { DataSource } from 'typeorm';
import { ApiKeyRow } from './modules/identity/index.js';
import { AuditEvent } from './modules/audit/index.js';
import { RecordRow, RelationRow, RevisionRow } from './modules/catalog/index.js';
import { DepartmentRow } from './modules/department/index.js';
import type { Config } from './modules/platform/config/index.js';
import { acquireInstanceLock, startEmbeddedPostgres } from './modules/platform/database/embedded/index.js';
import { openDatabase } from './modules/platform/database/index.js';
import { OutboxConsumer, OutboxMessage } from './modules/platform/outbox/index.js';

/** Every entity, listed by hand: a glob through a URL path silently finds nothing. */
export const entities = [ApiKeyRow, AuditEvent, DepartmentRow, OutboxConsumer, OutboxMessage, RecordRow, RelationRow, RevisionRow];

/** A connected database, and how to let go of it. */
export interface Runtime {
  source: DataSource;
  databaseUrl: string;
  /** Stops the embedded server too, unless another process uses it. */
  close(): Promise<void>;
}

/** Opens the database that the configuration names; as a server, refuses when another one serves the same DATA_DIR. */
export async function openRuntime(config: Config, role: 'server' | 'command', log?: (line: string) => void): Promise<Runtime> {
  if (config.databaseUrl) {
    const source = await openDatabase({ url: config.databaseUrl, pool: config.databasePool, entities });
    return { source, databaseUrl: config.databaseUrl, close: () => source.destroy() };
  }
  const postgres = await startEmbeddedPostgres({ dataDir: config.dataPath, log });
  try {
    const instance = role === 'server' ? await acquireInstanceLock(postgres.url, config.dataPath, log) : undefined;
    const source = await openDatabase({ url: postgres.url, pool: config.databasePool, entities });
    const close = async () => {
      await source.destroy();
      await instance?.release();
      await postgres.stop();
    };
    return { source, databaseUrl: postgres.url, close };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
