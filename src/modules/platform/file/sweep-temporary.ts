import { readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { isLeftBehind } from './temporary-name.js';

/** Takes away what a process that died left on its way; call it before this process begins anything. Answers how many there were. */
export async function sweepTemporary(folder: string): Promise<number> {
  const here = { host: hostname(), pid: process.pid, alive: isAlive };
  let swept = 0;
  for (const name of await readdir(folder).catch(absent)) {
    const entry = path.join(folder, name);
    const age = Date.now() - ((await stat(entry).catch(() => undefined))?.mtimeMs ?? Date.now());
    if (!isLeftBehind(name, age, here)) continue;
    await rm(entry, { recursive: true, force: true });
    swept += 1;
  }
  return swept;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function absent(error: NodeJS.ErrnoException): string[] {
  if (error.code !== 'ENOENT') throw error;
  return [];
}
