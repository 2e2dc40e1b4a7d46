import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { embeddedFailure } from './failure.js';

/** The account that owns the cluster and runs the server; empty means "the account of this process". */
export interface Account {
  uid?: number;
  gid?: number;
}

const candidates = ['postgres', 'nobody'];

/** PostgreSQL refuses to run as uid 0, so root lends it the account that owns the cluster, or else one that every system has. */
export function accountFor(cluster: string | undefined): Account {
  if (process.getuid?.() !== 0) return {};
  const owner = cluster === undefined ? undefined : statSync(cluster);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  for (const name of candidates) {
    const account = accountNamed(name);
    if (account) return account;
  }
  throw embeddedFailure(
    '以 root 身份运行时，内置 PostgreSQL 需要系统里有 postgres 或 nobody 用户，但两者都不存在；请换普通用户启动。',
    'Started by root, the embedded PostgreSQL needs a user postgres or nobody, and neither exists; start as a normal user.',
  );
}

function accountNamed(name: string): Account | undefined {
  // initdb looks its own uid up, so the account has to exist and not only be a free number.
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

/** Whether the account can pass into the directory: a parent of mode 0700 shuts it out whatever the directory itself allows. */
export function canEnter(account: Account, directory: string): boolean {
  return account.uid === undefined || spawnSync('test', ['-x', directory], { ...account, cwd: '/' }).status === 0;
}

/** Whether the account can start the program: besides the directories above it, its libraries have to be there. */
export function canRun(account: Account, program: string): boolean {
  return spawnSync(program, ['--version'], { ...account, cwd: '/', windowsHide: true }).status === 0;
}
