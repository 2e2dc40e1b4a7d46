import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from './modules/platform/database/embedded/index.js';
import { dataSource } from './modules/platform/database/index.js';
import { entities } from './runtime.js';

/** Tables that no entity describes because search reads and writes them whole. */
const DERIVED = /search_(entry|suggestion|term|parked|best_bet|usage)/;

/** Runs every migration up, down and up again on an empty database, then compares it with the entities. */
async function checkMigrations(url: string): Promise<string[]> {
  const source = await dataSource({ url, pool: 2, entities }).initialize();
  try {
    await source.runMigrations();
    for (let left = source.migrations.length; left > 0; left--) await source.undoLastMigration();
    const tables = await source.query<{ name: string }[]>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'schema_migration'`,
    );
    if (tables.length > 0) return tables.map(({ name }) => `down leaves the table ${name}`);
    await source.runMigrations();
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query).filter((query) => !DERIVED.test(query));
  } finally {
    await source.destroy();
  }
}

const directory = mkdtempSync(path.join(tmpdir(), 'haozhao-migrations-'));
chmodSync(directory, 0o755);
const postgres = await startEmbeddedPostgres({ dataDir: directory });
try {
  const drift = await checkMigrations(postgres.url);
  for (const difference of drift) process.stderr.write(`${difference}\n`);
  process.exitCode = drift.length === 0 ? 0 : 1;
} finally {
  await postgres.stop();
  rmSync(directory, { recursive: true, force: true });
}
