import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const at = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** The product as a process of its own, as its users run it. */
export class Server {
  private constructor(
    readonly url: string,
    private readonly process: ChildProcess,
  ) {}

  static async start(dataDir: string): Promise<Server> {
    const child = spawn(process.execPath, [at('main.js')], {
      env: { ...process.env, DATA_DIR: dataDir, PORT: '0', SAMPLE_DATA: 'off', LOG_LEVEL: 'warn', DATA_ANONYMOUS_UNITS: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const line of createInterface(child.stdout)) {
      const url = /https?:\/\/\S+/.exec(line)?.[0];
      if (url) return new Server(url, child);
    }
    throw new Error('the server ended before it listened');
  }

  /** Resident memory in MB; undefined where the system does not tell. */
  memory(): number | undefined {
    return this.status('VmRSS');
  }

  /** The most it ever was. */
  peakMemory(): number | undefined {
    return this.status('VmHWM');
  }

  private status(name: string): number | undefined {
    try {
      const kilobytes = new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${this.process.pid}/status`, 'utf8'))?.[1];
      return kilobytes ? Number(kilobytes) / 1024 : undefined;
    } catch {
      return undefined;
    }
  }

  async stop(): Promise<void> {
    this.process.kill('SIGINT');
    await once(this.process, 'exit');
  }
}

/** Runs a command of the product; returns how long it took in milliseconds and its peak memory in MB. */
export async function command(dataDir: string, ...parameters: string[]): Promise<{ took: number; memory: number }> {
  const started = performance.now();
  const child = spawn(process.execPath, [at('cli.js'), ...parameters], {
    env: { ...process.env, DATA_DIR: dataDir, SAMPLE_DATA: 'off' },
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  let memory = 0;
  const watch = setInterval(() => {
    try {
      memory = Math.max(memory, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
    } catch {
      // The process has just ended.
    }
  }, 100);
  const [status] = (await once(child, 'exit')) as [number];
  clearInterval(watch);
  if (status !== 0) throw new Error(`haozhao ${parameters.join(' ')} ended with ${status}`);
  return { took: performance.now() - started, memory };
}
