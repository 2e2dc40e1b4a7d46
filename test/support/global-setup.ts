import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../src/modules/platform/database/embedded/index.js';
import { openDatabase } from '../../src/modules/platform/database/index.js';
import { entities } from '../../src/runtime.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection URL of a migrated database that test databases are copied from. */
    templateUrl: string;
  }
}

/** Starts one PostgreSQL for all test files and migrates the template that their databases are copies of. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = mkdtempSync(path.join(tmpdir(), 'haozhao-test-'));
  // As root the server runs under another account, which must be able to reach its files.
  chmodSync(directory, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir: directory });
  const template = await openDatabase({ url: postgres.url, pool: 2, entities });
  await template.destroy();
  project.provide('templateUrl', postgres.url);
  return async () => {
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  };
}
