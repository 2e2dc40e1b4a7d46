import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { classifyLaunchFailure, type LaunchFailure } from './launch-failure.js';
import { program, type Binaries } from './locate-binaries.js';
import { readPostmasterPid } from './postmaster-pid.js';
import { type Account } from './run-as.js';
import { type ServerLog } from './server-log.js';
import { serverEnvironment, settingArguments } from './server-settings.js';

const pollMs = 15;

export interface LaunchOptions {
  binaries: Binaries;
  account: Account;
  cluster: string;
  serverLog: ServerLog;
  /** The pid in a lock file that no longer belongs to a server of this cluster. */
  stalePid?: number;
}

/** Starts a server and waits until it is ready; otherwise says why it ended. PostgreSQL's own lock file decides between two that start at once. */
export async function launch(options: LaunchOptions): Promise<'ready' | LaunchFailure> {
  const port = String(await freePort());
  return process.platform === 'win32' ? launchOnWindows(options, port) : launchDetached(options, port);
}

async function launchDetached({ binaries, account, cluster, serverLog, stalePid }: LaunchOptions, port: string) {
  const log = serverLog.open();
  // The server ignores a lock file whose pid is that of its grandparent (pg_ctl tells it this way), because a reused pid proves
  // nothing. Naming the stranger's pid here keeps the rest of its checks, above all the one for orphans in shared memory.
  const environment = stalePid === undefined ? serverEnvironment : { ...serverEnvironment, PG_GRANDPARENT_PID: String(stalePid) };
  const server = spawn(program(binaries, 'postgres'), ['-D', cluster, '-p', port, ...settingArguments()], {
    ...account,
    cwd: '/',
    env: environment,
    detached: true, // Ctrl-C in the terminal goes to the app, which then stops the server in order
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  if (await becomesReady(server, cluster)) {
    server.unref();
    return 'ready';
  }
  return classifyLaunchFailure(serverLog.sinceOpen());
}

async function becomesReady(server: ChildProcess, cluster: string): Promise<boolean> {
  let ended = false;
  server.once('exit', () => (ended = true)).once('error', () => (ended = true));
  while (!ended) {
    const found = readPostmasterPid(cluster);
    if (found?.pid === server.pid && found?.ready) return true;
    await delay(pollMs);
  }
  return false;
}

/** pg_ctl also gives up administrator rights, with which the server refuses to run. */
function launchOnWindows({ binaries, cluster, serverLog }: LaunchOptions, port: string): 'ready' | LaunchFailure {
  closeSync(serverLog.open());
  const settings = ['-p', port, ...settingArguments()].join(' ');
  const command = ['start', '-w', '-D', cluster, '-l', serverLog.file, '-o', settings];
  const { status } = spawnSync(program(binaries, 'pg_ctl'), command, { env: serverEnvironment, windowsHide: true, stdio: 'ignore' });
  return status === 0 ? 'ready' : classifyLaunchFailure(serverLog.sinceOpen());
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
