import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What the server writes about itself into `postmaster.pid`. */
export interface PostmasterPid {
  pid: number;
  /** 0 until the server has chosen one. */
  port: number;
  ready: boolean;
}

/** Reads the lock file of PostgreSQL 10 and later: line 1 the pid, line 4 the port, line 8 the status. */
export function parsePostmasterPid(text: string): PostmasterPid | undefined {
  const lines = text.split('\n');
  const pid = Number.parseInt(lines[0] ?? '', 10);
  if (!(pid > 0)) return undefined;
  return { pid, port: Number.parseInt(lines[3] ?? '', 10) || 0, ready: (lines[7] ?? '').trim() === 'ready' };
}

/** The lock file of the cluster, undefined when there is none. */
export function readPostmasterPid(cluster: string): PostmasterPid | undefined {
  try {
    return parsePostmasterPid(readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Whether the process is the server of this cluster, and not a stranger that got its pid after a crash or restart.
 * A pid alone says too little: in a container the same low numbers come back at every start, and a copied
 * DATA_DIR carries the pid of the original. Zombies have no command line and so count as gone.
 */
export function servesCluster(pid: number, cluster: string): boolean {
  try {
    if (process.platform === 'win32') return process.kill(pid, 0);
    return isServerCommand(commandLine(pid), cluster);
  } catch {
    return false;
  }
}

/** Whether a command line is that of `postgres -D <cluster> …`; backends show a title such as `postgres: checkpointer` instead. */
export function isServerCommand(command: string, cluster: string): boolean {
  return command.includes(`postgres -D ${cluster} -p `);
}

function commandLine(pid: number): string {
  // Not /proc/…/cwd: a container's root may not look there into processes of another account (it lacks CAP_SYS_PTRACE).
  if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
}
