import { mkdir } from 'node:fs/promises';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { EngineLimits } from './engine-message.js';
import { quotedText } from './sql-text.js';

/**
 * Connections to a DuckDB in memory that cannot reach anything but its folders: no network, no extensions, no other files,
 * and no way to change that by a statement.
 */
export async function openSandbox({
  memoryMegabytes,
  threads,
  folders,
  temporaryFolder,
  temporaryMegabytes,
  connections: count,
}: EngineLimits): Promise<DuckDBConnection[]> {
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
  const connections: DuckDBConnection[] = [];
  for (let i = 0; i < count; i++) {
    const connection = await instance.connect();
    // How far a statement is can be asked for then; nothing is printed.
    await connection.run('SET enable_progress_bar = true');
    await connection.run('SET enable_progress_bar_print = false');
    connections.push(connection);
  }
  const [connection] = connections;
  if (connection) {
    // Tables never change: what stands at the end of their files needs to be read once only.
    await connection.run('SET GLOBAL parquet_metadata_cache = true');
    await connection.run(`SET GLOBAL allowed_directories = [${folders.map(quotedText).join(', ')}]`);
    await connection.run('SET GLOBAL enable_external_access = false');
    await connection.run('SET GLOBAL lock_configuration = true');
  }
  return connections;
}
