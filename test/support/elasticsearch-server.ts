import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';

const VERSION = '8.19.8';
/** The official archive as a Maven artifact: the server's core, which is all that the product may rely on. */
const ARTIFACT = `org.elasticsearch.distribution.integ-test-zip:elasticsearch:${VERSION}:zip`;
const START_TIMEOUT_MS = 150_000;

export interface ElasticsearchOptions {
  heapMb?: number;
  /** TLS with a certificate of its own, users and API keys. */
  security?: boolean;
  /** Further settings of the server, `name: value`. */
  settings?: Record<string, string>;
}

/** A node for a cluster, or alone. */
interface Place {
  http: number;
  transport: number;
  name: string;
  /** Names and transport ports of all nodes that form the first cluster. */
  cluster?: { names: string[]; ports: number[] };
}

/** A real Elasticsearch on loopback, started as a normal user, with its data in a temporary folder. */
export class ElasticsearchServer {
  private process?: ChildProcess;
  private readonly end = () => this.killAll();

  private constructor(
    private readonly home: string,
    readonly folder: string,
    private readonly place: Place,
    private readonly options: ElasticsearchOptions,
    readonly password: string,
  ) {
    process.on('exit', this.end);
  }

  static async start(options: ElasticsearchOptions = {}, place?: Place): Promise<ElasticsearchServer> {
    const folder = mkdtempSync(path.join(tmpdir(), 'haozhao-elasticsearch-'));
    chmodSync(folder, 0o755);
    const taken = place ?? { http: await freePort(), transport: await freePort(), name: 'node-0' };
    const server = new ElasticsearchServer(installed(), folder, taken, options, 'haozhao-test-password');
    server.configure();
    await server.launch().catch(async (error: unknown) => {
      await server.stop();
      throw error;
    });
    return server;
  }

  get url(): string {
    return `${this.options.security ? 'https' : 'http'}://127.0.0.1:${this.place.http}`;
  }

  get pid(): number {
    return this.process!.pid!;
  }

  /** PEM file of the authority that signed the server's certificate. */
  get ca(): string {
    return path.join(this.folder, 'config', 'ca.crt');
  }

  /** SIGKILL; the data stays. */
  async kill(): Promise<void> {
    const running = this.process!;
    this.killAll();
    await ended(running);
  }

  /** Starts again on the same ports and data. */
  async launch(): Promise<void> {
    const { heapMb = 512 } = this.options;
    const child = spawn(path.join(this.home, 'bin', 'elasticsearch'), this.parameters(), {
      cwd: '/',
      env: {
        PATH: process.env.PATH,
        ES_JAVA_HOME: javaHome(),
        // A server that lives for a minute starts twice as fast without the optimizing compiler.
        ES_JAVA_OPTS: `-Xms${heapMb}m -Xmx${heapMb}m -XX:TieredStopAtLevel=1`,
        ES_PATH_CONF: path.join(this.folder, 'config'),
        ES_TMPDIR: path.join(this.folder, 'tmp'),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      // The starter and the server it starts form a group, so that both can be killed at once.
      detached: true,
      ...account(),
    });
    this.process = child;
    let log = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (log = `${log}${chunk.toString()}`.slice(-4000)));
    const limit = Date.now() + START_TIMEOUT_MS;
    while (!(await this.answers())) {
      if (child.exitCode !== null || Date.now() > limit) throw new Error(`Elasticsearch did not start:\n${log}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  /** Its data goes with it, so it need not close anything in order. */
  async stop(): Promise<void> {
    if (this.process?.exitCode === null && this.process.signalCode === null) await this.kill();
    process.off('exit', this.end);
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  private killAll(): void {
    const { pid, exitCode, signalCode } = this.process ?? {};
    if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, 'SIGKILL');
  }

  private parameters(): string[] {
    const { http, transport, name, cluster } = this.place;
    const settings: Record<string, string> = {
      'node.name': name,
      'http.host': '127.0.0.1',
      'http.port': String(http),
      'transport.host': '127.0.0.1',
      'transport.port': String(transport),
      'path.data': path.join(this.folder, 'data'),
      'path.logs': path.join(this.folder, 'logs'),
      'cluster.name': `haozhao-${path.basename(cluster ? String(cluster.ports[0]) : this.folder)}`,
      ...(cluster
        ? {
            'cluster.initial_master_nodes': cluster.names.join(','),
            'discovery.seed_hosts': cluster.ports.map((port) => `127.0.0.1:${port}`).join(','),
          }
        : { 'discovery.type': 'single-node' }),
      'xpack.security.enabled': String(this.options.security === true),
      ...(this.options.security ? TLS : {}),
      ...this.options.settings,
    };
    return Object.entries(settings).map(([key, value]) => `-E${key}=${value}`);
  }

  /** Its own copy of the configuration folder, owned by the account it runs as. */
  private configure(): void {
    const config = path.join(this.folder, 'config');
    cpSync(path.join(this.home, 'config'), config, { recursive: true });
    for (const name of ['data', 'logs', 'tmp']) mkdirSync(path.join(this.folder, name));
    if (this.options.security) this.secure(config);
    own(this.folder);
    if (this.options.security) this.bootstrapPassword();
  }

  private secure(config: string): void {
    const openssl = (...parameters: string[]) => execFileSync('openssl', parameters, { cwd: config, stdio: 'ignore' });
    openssl(
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '2',
      '-subj',
      '/CN=haozhao-test-ca',
      '-keyout',
      'ca.key',
      '-out',
      'ca.crt',
    );
    openssl('req', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=localhost', '-keyout', 'server.key', '-out', 'server.csr');
    writeFileSync(path.join(config, 'san.txt'), 'subjectAltName=IP:127.0.0.1,DNS:localhost\n');
    openssl(
      'x509',
      '-req',
      '-in',
      'server.csr',
      '-CA',
      'ca.crt',
      '-CAkey',
      'ca.key',
      '-CAcreateserial',
      '-days',
      '2',
      '-extfile',
      'san.txt',
      '-out',
      'server.crt',
    );
  }

  private bootstrapPassword(): void {
    const keystore = (parameters: string[], input?: string) => {
      const result = spawnSync(path.join(this.home, 'bin', 'elasticsearch-keystore'), parameters, {
        cwd: '/',
        env: { PATH: process.env.PATH, ES_JAVA_HOME: javaHome(), ES_PATH_CONF: path.join(this.folder, 'config') },
        input,
        ...account(),
      });
      if (result.status !== 0) throw new Error(`elasticsearch-keystore: ${String(result.stderr)}${String(result.stdout)}`);
    };
    keystore(['create', '-s']);
    keystore(['add', '-x', '-f', 'bootstrap.password'], this.password);
  }

  /** A server with security answers 401 when it is ready. */
  private async answers(): Promise<boolean> {
    if (this.options.security) return asksWhoComes(this.place.http);
    try {
      return (await fetch(`${this.url}/_cluster/health?timeout=1s`, { signal: AbortSignal.timeout(3000) })).ok;
    } catch {
      return false;
    }
  }
}

const TLS = {
  'xpack.security.enrollment.enabled': 'false',
  'xpack.security.http.ssl.enabled': 'true',
  'xpack.security.http.ssl.key': 'server.key',
  'xpack.security.http.ssl.certificate': 'server.crt',
  'xpack.security.authc.api_key.enabled': 'true',
};

/** Several nodes that form one cluster. */
export async function startCluster(count: number, options: ElasticsearchOptions = {}): Promise<ElasticsearchServer[]> {
  const names = Array.from({ length: count }, (_, index) => `node-${index}`);
  const ports: number[] = [];
  const places: Place[] = [];
  for (const name of names) {
    const place = { http: await freePort(), transport: await freePort(), name };
    ports.push(place.transport);
    places.push(place);
  }
  const starts = await Promise.allSettled(
    places.map((place) => ElasticsearchServer.start(options, { ...place, cluster: { names, ports } })),
  );
  const nodes = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
  const failed = starts.find((start) => start.status === 'rejected');
  if (!failed) return nodes;
  for (const node of nodes) await node.stop();
  throw failed.reason;
}

/** Why no server can be started here; undefined when one can. */
export function whyNoElasticsearch(): string | undefined {
  if (spawnSync('java', ['-version']).status !== 0) return 'no Elasticsearch: ELASTICSEARCH_URL is not set and there is no java';
  if (!existsSync(archive()) && spawnSync('mvn', ['-v']).status !== 0)
    return 'no Elasticsearch: ELASTICSEARCH_URL is not set and there is no mvn to fetch it';
  return undefined;
}

/** The server that the environment names, or one of our own, or the reason why there is none; under CI there has to be one. */
export async function elasticsearchForTests(): Promise<{ url: string; stop(): Promise<void> } | { skipped: string }> {
  const given = process.env.ELASTICSEARCH_URL;
  if (given) return { url: given, stop: () => Promise.resolve() };
  const skipped = whyNoElasticsearch();
  if (skipped === undefined) return ElasticsearchServer.start();
  if (process.env.CI === 'true') throw new Error(skipped);
  process.stderr.write(`${skipped}\n`);
  return { skipped };
}

function archive(): string {
  const repository = process.env.MAVEN_REPOSITORY ?? path.join(homedir(), '.m2', 'repository');
  return path.join(repository, 'org/elasticsearch/distribution/integ-test-zip/elasticsearch', VERSION, `elasticsearch-${VERSION}.zip`);
}

/** The unpacked server, shared by all tests of this account. */
function installed(): string {
  const home = path.join(tmpdir(), `haozhao-elasticsearch-${VERSION}-${process.getuid?.() ?? 0}`, `elasticsearch-${VERSION}`);
  if (existsSync(home)) return home;
  if (!existsSync(archive()))
    execFileSync('mvn', ['-q', '-B', 'dependency:get', `-Dartifact=${ARTIFACT}`, '-Dtransitive=false'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  const unpacked = mkdtempSync(path.join(tmpdir(), 'haozhao-unpack-'));
  execFileSync(path.join(javaHome(), 'bin', existsSync(path.join(javaHome(), 'bin', 'jar')) ? 'jar' : 'java'), jarParameters(), {
    cwd: unpacked,
    stdio: 'ignore',
  });
  for (const folder of [path.join(unpacked, path.basename(home), 'bin'), path.join(unpacked, path.basename(home), 'lib', 'tools')])
    executable(folder);
  readable(unpacked);
  try {
    renameSync(unpacked, path.dirname(home));
  } catch (error) {
    // Another process was faster.
    if (!existsSync(home)) throw error;
    rmSync(unpacked, { recursive: true, force: true });
  }
  return home;
}

/** A runtime without tools still has the module that unpacks. */
function jarParameters(): string[] {
  return existsSync(path.join(javaHome(), 'bin', 'jar')) ? ['xf', archive()] : ['-m', 'jdk.jartool/sun.tools.jar.Main', 'xf', archive()];
}

function executable(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) if (statSync(path.join(folder, name)).isFile()) chmodSync(path.join(folder, name), 0o755);
}

function readable(folder: string): void {
  chmodSync(folder, 0o755);
}

function javaHome(): string {
  const java = spawnSync('sh', ['-c', 'command -v java'], { encoding: 'utf8' }).stdout.trim();
  return process.env.ES_JAVA_HOME ?? process.env.JAVA_HOME ?? path.dirname(path.dirname(realpathSync(java)));
}

/** Elasticsearch refuses to run as root, so root lends it an account that every system has. */
function account(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'))!;
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

function own(folder: string): void {
  const { uid, gid } = account();
  if (uid === undefined || gid === undefined) return;
  chownSync(folder, uid, gid);
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) chownSync(path.join(folder, entry), uid, gid);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

/** True when something speaks TLS and HTTP there; whom it lets in is for the test to see. */
function asksWhoComes(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port, path: '/_cluster/health', rejectUnauthorized: false, timeout: 3000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 401);
    });
    asked.on('error', () => resolve(false));
    asked.on('timeout', () => asked.destroy());
    asked.end();
  });
}

/** A port below those that the system gives to outgoing connections: nobody takes it before the server does. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    const server = createServer();
    const free = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!free) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
}
