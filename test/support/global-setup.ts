import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../src/modules/platform/database/embedded/index.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** DATA_DIR of the database server that all test files of a run share. */
    clusterFolder: string;
  }
}

/** Names the place of the shared server; the first test file that wants a database starts it there, so pure specs cost nothing. */
export default function setup(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'haozhao-tests-'));
  chmodSync(folder, 0o755); // mkdtemp gives 0700, which shuts out the account that root lends the server
  project.provide('clusterFolder', folder);
  return async () => {
    // Joining as the last user and leaving again stops the server.
    if (existsSync(path.join(folder, 'postgres'))) await (await startEmbeddedPostgres({ dataDir: folder })).stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
