import { spawnSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { program, type Binaries } from './locate-binaries.js';
import { readPostmasterPid, servesCluster } from './postmaster-pid.js';

const pollMs = 20;
const patienceMs = 60_000;

/** Stops the server of the cluster (fast shutdown: sessions end, a checkpoint is written) and returns when its process is gone. */
export async function stopServer(binaries: Binaries, cluster: string): Promise<void> {
  const pid = readPostmasterPid(cluster)?.pid;
  if (pid === undefined || !servesCluster(pid, cluster)) return;
  if (process.platform === 'win32') {
    spawnSync(program(binaries, 'pg_ctl'), ['stop', '-m', 'fast', '-w', '-D', cluster], { windowsHide: true, stdio: 'ignore' });
    return;
  }
  signal(pid, 'SIGINT');
  const giveUp = performance.now() + patienceMs;
  while (servesCluster(pid, cluster)) {
    // Immediate shutdown loses nothing that was committed: the next start replays the write-ahead log.
    if (performance.now() > giveUp) signal(pid, 'SIGQUIT');
    await delay(pollMs);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // gone meanwhile, which is what was wanted
  }
}
