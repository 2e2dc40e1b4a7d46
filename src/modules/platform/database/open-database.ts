import { DataSource, type DataSourceOptions, type EntityManager } from 'typeorm';
import { migrations } from '#migrations';

export interface DatabaseOptions {
  url: string;
  /** Most connections of the pool. */
  pool: number;
  entities: DataSourceOptions['entities'];
}

/** Migrations of several processes that start together take turns under this advisory lock. */
const MIGRATION_LOCK = 7_264_001;

/** TypeORM's transaction-bound manager; repositories take it as their first argument when they write. */
export type Transaction = EntityManager;

/** A data source that is not yet connected. */
export function dataSource({ url, pool, entities }: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations,
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    applicationName: 'haozhao',
    poolSize: pool,
    connectTimeoutMS: 10_000,
    parseInt8: false,
    // Statements of one web request never wait longer than a person does.
    extra: { idle_in_transaction_session_timeout: 600_000 },
  });
}

/** Runs what migrations are missing, one process at a time. */
export async function migrate(source: DataSource): Promise<void> {
  const runner = source.createQueryRunner();
  await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
  try {
    await source.runMigrations();
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await runner.release();
  }
}

/** A connected and migrated database. */
export async function openDatabase(options: DatabaseOptions): Promise<DataSource> {
  const source = await dataSource(options).initialize();
  try {
    await migrate(source);
    return source;
  } catch (error) {
    await source.destroy();
    throw error;
  }
}
