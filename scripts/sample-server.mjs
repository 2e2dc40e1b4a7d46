// The product with its sample, as a process of its own, for judges and pictures of pages.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const WAIT_MS = 1000;

async function waiting(url) {
  const text = await (await fetch(`${url}/metrics`)).text();
  return text
    .split('\n')
    .filter((line) => line.startsWith('haozhao_jobs_waiting'))
    .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

/** Starts it with the tables of the sample made; `stop` ends it and leaves nothing. */
export async function startSampleServer(settings = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'haozhao-pages-'));
  chmodSync(folder, 0o755); // PostgreSQL runs as another account when this is root
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, DATA_DIR: path.join(folder, 'data'), PORT: '0', LOG_LEVEL: 'warn', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async () => {
    if (child.exitCode === null) {
      child.kill('SIGINT');
      await once(child, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  };
  for await (const line of createInterface(child.stdout)) {
    const url = /https?:\/\/\S+/.exec(line)?.[0];
    if (!url) continue;
    child.stdout.resume();
    while ((await waiting(url)) > 0) await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    return { url, stop };
  }
  await stop();
  throw new Error('the server ended before it listened');
}
