import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { AppError } from '../../../kernel/app-error.js';
import { embeddedFailure, errorCode } from './failure.js';
import { createCluster } from './initdb.js';
import { type Binaries } from './locate-binaries.js';
import { canEnter, type Account } from './run-as.js';
import { trustedDirectory } from './trusted-directory.js';

/** A cluster and the password of its superuser; both appear in DATA_DIR/postgres in one step, so neither is ever half there. */
export interface ClusterHome {
  /** The data directory with symbolic links resolved, as the running server reports it. */
  cluster: string;
  password: string;
}

/** The data directory inside DATA_DIR, undefined before the first start. */
export function existingCluster(dataDir: string): string | undefined {
  const cluster = path.join(dataDir, 'postgres', 'data');
  return existsSync(cluster) ? realpathSync(cluster) : undefined;
}

/** Opens the cluster of DATA_DIR, and creates it first when there is none. */
export async function openHome(dataDir: string, binaries: Binaries, account: Account, systemDirectory: string): Promise<ClusterHome> {
  const home = path.join(dataDir, 'postgres');
  const isNew = lstatSync(home, { throwIfNoEntry: false }) === undefined;
  if (isNew) await createHome(dataDir, binaries, account, systemDirectory);
  try {
    const cluster = realpathSync(path.join(home, 'data'));
    requireVersion(readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim(), binaries.major, dataDir);
    return { cluster, password: readFileSync(path.join(home, 'password'), 'utf8').trim() };
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw unreadable(home, errorCode(error) ?? String(error));
  }
}

/** Refuses a cluster of another major version: the files of one cannot be read by the programs of another. */
export function requireVersion(found: string, major: number, dataDir: string): void {
  if (found === String(major)) return;
  throw new AppError(
    'CONFLICT',
    `数据目录 ${dataDir} 由 PostgreSQL ${found} 建立，本程序自带 PostgreSQL ${major}，不能打开；请用原来的版本导出数据，再导入新的 DATA_DIR。`,
    {
      english: `DATA_DIR ${dataDir} was made by PostgreSQL ${found}, and PostgreSQL ${major} of this program cannot open it; export with the version that made it and import into a new DATA_DIR.`,
    },
  );
}

/**
 * Builds the home under a name of its own and then moves it into place: of two processes that do so at once exactly one wins,
 * and one killed half way leaves nothing that looks like a cluster.
 */
async function createHome(dataDir: string, binaries: Binaries, account: Account, systemDirectory: string): Promise<void> {
  removeLeftovers(dataDir);
  const final = path.join(dataDir, 'postgres');
  const near = newDirectory(dataDir, `postgres.new-${process.pid}`);
  const home = canEnter(account, near) ? near : newDirectory(trustedDirectory(systemDirectory), 'cluster');
  try {
    await createCluster(binaries, account, home, randomBytes(24).toString('base64url'));
    if (home === near) renameSync(near, final);
    else linkHome(home, final, dataDir);
  } catch (error) {
    rmSync(home, { recursive: true, force: true });
    if (existingCluster(dataDir) === undefined) throw error; // otherwise another process was first
  } finally {
    if (home !== near) rmSync(near, { recursive: true, force: true });
  }
}

/** DATA_DIR points to a cluster that lives elsewhere by a link, so moving or deleting DATA_DIR keeps its meaning. */
function linkHome(home: string, final: string, dataDir: string): void {
  writeFileSync(path.join(home, 'origin'), `${dataDir}\n`, { mode: 0o600 });
  symlinkSync(home, final);
}

function newDirectory(parent: string, prefix: string): string {
  const directory = path.join(parent, `${prefix}-${randomBytes(6).toString('hex')}`);
  mkdirSync(directory);
  chmodSync(directory, 0o711); // the server's account passes through to data/, whatever the umask
  return directory;
}

/** Directories that killed processes of earlier starts left half built. */
function removeLeftovers(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    const builder = /^postgres\.new-(\d+)-/.exec(name)?.[1];
    if (builder !== undefined && !isAlive(Number(builder))) rmSync(path.join(dataDir, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

function unreadable(home: string, reason: string): AppError {
  return embeddedFailure(
    `内置数据库目录 ${home} 无法读取（${reason}）；请用当初启动本程序的系统用户启动，或检查该目录是否完整。`,
    `The embedded database in ${home} cannot be read (${reason}); start as the system user that started it before, or check that the directory is complete.`,
  );
}
