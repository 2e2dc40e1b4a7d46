import { setTimeout as delay } from 'node:timers/promises';
import { type Client } from 'pg';
import { type AppError } from '../../../kernel/app-error.js';
import { applicationDatabase, ensureApplicationDatabase } from './application-database.js';
import { type ClusterHome } from './cluster-home.js';
import { embeddedFailure } from './failure.js';
import { type LaunchFailure } from './launch-failure.js';
import { launch } from './launch.js';
import { type Binaries } from './locate-binaries.js';
import { isPassing } from './passing-error.js';
import { readPostmasterPid, servesCluster, type PostmasterPid } from './postmaster-pid.js';
import { type Account } from './run-as.js';
import { type ServerLog } from './server-log.js';
import { SessionLock } from './session-lock.js';
import { Share, stopIfLast, takeShare, type EmbeddedPostgres } from './share.js';

const pollMs = 30;
const patienceMs = 60_000;

/**
 * Looks at the cluster, acts, and looks again, until a server runs in which this process has a share. No step relies on what an
 * earlier one saw, so other processes may start, stop and die at any moment between two steps.
 */
export class Starter {
  private launched = false;
  private obstacle: LaunchFailure | undefined;
  private giveUp = performance.now() + patienceMs;

  constructor(
    private readonly home: ClusterHome,
    private readonly binaries: Binaries,
    private readonly account: Account,
    private readonly serverLog: ServerLog,
    private readonly log: (line: string) => void,
  ) {}

  async start(): Promise<EmbeddedPostgres> {
    while (performance.now() < this.giveUp) {
      const share = await this.step();
      if (share) return share;
      await delay(pollMs);
    }
    throw this.tooLate();
  }

  private async step(): Promise<EmbeddedPostgres | undefined> {
    const found = readPostmasterPid(this.home.cluster);
    if (!found || !servesCluster(found.pid, this.home.cluster)) return this.launch(found?.pid);
    if (found.ready) return this.join(found);
    this.giveUp = performance.now() + patienceMs; // replaying or closing the log takes as long as it takes
    return undefined;
  }

  private async launch(stalePid: number | undefined): Promise<undefined> {
    const { binaries, account, serverLog, home } = this;
    const outcome = await launch({ binaries, account, cluster: home.cluster, serverLog, stalePid });
    if (outcome === 'other') throw this.launchFailure();
    if (outcome === 'orphans' && this.obstacle !== 'orphans') this.log('上次异常退出的数据库进程还未结束，正在等待。');
    this.obstacle = outcome === 'ready' ? undefined : outcome;
    this.launched = outcome === 'ready';
  }

  /** Undefined when the server went away meanwhile, because its last user stopped it. */
  private async join({ pid, port }: PostmasterPid): Promise<EmbeddedPostgres | undefined> {
    const url = (database: string) => `postgres://postgres:${encodeURIComponent(this.home.password)}@127.0.0.1:${port}/${database}`;
    const application = url(applicationDatabase);
    try {
      const lock = await SessionLock.take({ url: url('postgres'), log: this.log, take: (client) => this.takePart(client, application) });
      return new Share(application, !this.launched, pid, lock, this.binaries, this.home.cluster);
    } catch (error) {
      if (!isPassing(error)) throw error;
      this.launched = false;
      return undefined;
    }
  }

  private async takePart(client: Client, application: string): Promise<void> {
    await takeShare(client);
    try {
      await ensureApplicationDatabase(client, application);
    } catch (error) {
      await stopIfLast(client, this.binaries, this.home.cluster);
      throw error;
    }
  }

  private launchFailure(): AppError {
    const reason = this.serverLog.sinceOpen().trim().split('\n').slice(-3).join(' ');
    const { file } = this.serverLog;
    return embeddedFailure(
      `内置 PostgreSQL 未能启动：${reason}（日志 ${file}）。`,
      `The embedded PostgreSQL did not start: ${reason} (log ${file}).`,
    );
  }

  private tooLate(): AppError {
    const { cluster } = this.home;
    if (this.obstacle === 'orphans') {
      return embeddedFailure(
        `上次异常退出的数据库进程仍占用 ${cluster}；请结束这些 postgres 进程后重新启动。`,
        `Database processes left by a crash still use ${cluster}; end these postgres processes and start again.`,
      );
    }
    const { file } = this.serverLog;
    return embeddedFailure(
      `内置 PostgreSQL 一分钟内未能就绪，请查看日志 ${file}。`,
      `The embedded PostgreSQL was not ready within a minute; see ${file}.`,
    );
  }
}
