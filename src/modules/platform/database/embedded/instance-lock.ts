import { AppError } from '../../../kernel/app-error.js';
import { errorCode } from './failure.js';
import { SessionLock } from './session-lock.js';

/** The right to be the one application on a DATA_DIR. */
export interface InstanceLock {
  release(): Promise<void>;
}

const instanceKey = 7_203_811_402_001;
const lockNotAvailable = '55P03';

/**
 * Makes this process the only application on the database. A predecessor killed a moment ago may still hold the lock for
 * some milliseconds, hence the short wait.
 */
export async function acquireInstanceLock(
  url: string,
  dataDir: string,
  log: (line: string) => void = () => undefined,
): Promise<InstanceLock> {
  try {
    return await SessionLock.take({
      url,
      log,
      take: async (client) => {
        await client.query("SET lock_timeout = '2s'");
        await client.query('SELECT pg_advisory_lock($1)', [instanceKey]);
      },
    });
  } catch (error) {
    if (errorCode(error) === lockNotAvailable) throw taken(dataDir);
    throw error;
  }
}

function taken(dataDir: string): AppError {
  return new AppError('CONFLICT', `另一个好找程序正在使用数据目录 ${dataDir}；请先停止它，或用 DATA_DIR 另指定一个目录。`, {
    english: `Another Haozhao is using the data directory ${dataDir}; stop it first, or set DATA_DIR to another directory.`,
  });
}
