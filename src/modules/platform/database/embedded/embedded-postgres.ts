import { accessSync, constants, mkdirSync, realpathSync } from 'node:fs';
import { existingCluster, openHome } from './cluster-home.js';
import { embeddedFailure, errorCode } from './failure.js';
import { installedBinaries, usableBinaries } from './locate-binaries.js';
import { accountFor } from './run-as.js';
import { ServerLog } from './server-log.js';
import { type EmbeddedPostgres } from './share.js';
import { Starter } from './starter.js';
import { systemDirectory } from './trusted-directory.js';

export interface EmbeddedPostgresOptions {
  /** The folder DATA_DIR; the cluster and its password are kept in `postgres/`, the server's log in `postgres.log`. */
  dataDir: string;
  log?: (line: string) => void;
  /** Where root puts what the server's account cannot reach below `dataDir` or node_modules. */
  systemDirectory?: string;
}

/** Starts the PostgreSQL that comes with the install, or joins the one that already serves this DATA_DIR. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = writableDirectory(options.dataDir);
  const outside = options.systemDirectory ?? systemDirectory;
  const account = accountFor(existingCluster(dataDir));
  const binaries = usableBinaries(installedBinaries(), account, dataDir, outside);
  const home = await openHome(dataDir, binaries, account, outside);
  return new Starter(home, binaries, account, new ServerLog(dataDir), options.log ?? (() => undefined)).start();
}

function writableDirectory(directory: string): string {
  try {
    mkdirSync(directory, { recursive: true });
    accessSync(directory, constants.W_OK | constants.X_OK);
    return realpathSync(directory);
  } catch (error) {
    const reason = errorCode(error) ?? String(error);
    throw embeddedFailure(
      `数据目录 ${directory} 不能建立或写入（${reason}）；请修改其权限，或用 DATA_DIR 另指定一个目录。`,
      `The data directory ${directory} cannot be created or written (${reason}); change its permissions or set DATA_DIR to another directory.`,
    );
  }
}
