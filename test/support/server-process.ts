import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { TestApplication } from './test-application.js';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** Servers of their own on the database and folder of a test, for being killed. */
export class ServerProcesses {
  private readonly servers: ChildProcess[] = [];

  private constructor(
    private readonly running: TestApplication,
    readonly port: number,
  ) {}

  static async on(running: TestApplication): Promise<ServerProcesses> {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const { port } = probe.address() as AddressInfo;
    probe.close();
    await once(probe, 'close');
    return new ServerProcesses(running, port);
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Returns when it serves. */
  async start(): Promise<ChildProcess> {
    const { databaseUrl, config } = this.running;
    const server = spawn(process.execPath, [main], {
      env: {
        ...{ PATH: process.env.PATH, DATABASE_URL: databaseUrl, DATA_DIR: config.dataDir, HOST: '127.0.0.1', PORT: String(this.port) },
        ...{ SAMPLE_DATA: 'off', LOG_LEVEL: 'silent' },
        ...(config.smtpUrl ? { SMTP_URL: config.smtpUrl, MAIL_FROM: config.mailFrom } : {}),
        ...{ OUTBOUND_ALLOW: config.outboundAllow, OUTBOUND_PORTS: config.outboundPorts },
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.servers.push(server);
    await new Promise<void>((resolve, reject) => {
      server.stdout.on('data', (text: Buffer) => text.toString().includes('已启动') && resolve());
      server.once('exit', () => reject(new Error('the server ended')));
    });
    return server;
  }

  /** kill -9; returns when it is gone. */
  async kill(server: ChildProcess): Promise<void> {
    server.kill('SIGKILL');
    await once(server, 'exit');
  }

  async close(): Promise<void> {
    for (const server of this.servers.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null))
      await this.kill(server);
  }
}
