import { mkdir } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import type { EngineLimits } from './engine-message.js';

/**
 * A DuckDB in memory that cannot reach anything but its folders: no network, no extensions, no other files, and no way to
 * change that by a statement.
 */
export async function openSandbox({
  memoryMegabytes,
  threads,
  folders,
  temporaryFolder,
  temporaryMegabytes,
}: EngineLimits): Promise<DuckDBInstance> {
  await mkdir(temporaryFolder, { recursive: true });
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${memoryMegabytes}MB`,
    threads: String(threads),
    temp_directory: temporaryFolder,
    max_temp_directory_size: `${temporaryMegabytes}MB`,
    allow_community_extensions: 'false',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    preserve_insertion_order: 'true',
  });
  const connection = await instance.connect();
  try {
    // Tables never change: what stands at the end of their files needs to be read once only.
    await connection.run('SET GLOBAL parquet_metadata_cache = true');
    await connection.run(`SET GLOBAL allowed_directories = [${folders.map(quoted).join(', ')}]`);
    await connection.run('SET GLOBAL enable_external_access = false');
    await connection.run('SET GLOBAL lock_configuration = true');
  } finally {
    connection.closeSync();
  }
  return instance;
}

/** A text of ours as SQL has it. */
export const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
