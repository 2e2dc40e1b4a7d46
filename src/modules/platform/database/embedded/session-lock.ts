import { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';

const retakeEveryMs = 1000;
const retakeTries = 60;

export interface SessionLockOptions {
  url: string;
  /** Takes the lock on a fresh session; throws when it cannot. */
  take: (client: Client) => Promise<void>;
  log: (line: string) => void;
}

interface Session {
  client: Client;
  socket: Socket;
}

/**
 * A lock that lasts as long as a database session of its own, so that the death of the process frees it.
 * When the server restarts its sessions after a crash, the lock is taken again.
 */
export class SessionLock {
  private readonly released = new AbortController();
  private retaking: Promise<void> | undefined;

  private constructor(
    private readonly options: SessionLockOptions,
    private session: Session,
  ) {
    this.hold(session);
  }

  static async take(options: SessionLockOptions): Promise<SessionLock> {
    return new SessionLock(options, await connectAndTake(options));
  }

  /** Runs `last` on the session that holds the lock, then ends the session. */
  async release(last: (client: Client) => Promise<void> = () => Promise.resolve()): Promise<void> {
    this.released.abort();
    await this.retaking;
    const { client, socket } = this.session;
    socket.ref();
    await last(client).finally(() => client.end().catch(() => undefined));
  }

  private hold(session: Session): void {
    this.session = session;
    session.socket.unref(); // holding a lock is no reason to keep the process alive
    session.client.once('end', () => {
      if (!this.released.signal.aborted) this.retaking = this.retake();
    });
  }

  /** Tries at least once, also when the lock is released meanwhile: `release` needs a session that has it. */
  private async retake(): Promise<void> {
    this.options.log('与内置数据库的连接中断，正在重新连接。');
    const { signal } = this.released;
    for (let attempt = 0; attempt < retakeTries; attempt++) {
      const session = await connectAndTake(this.options).catch(() => undefined);
      if (session) return this.hold(session);
      await delay(retakeEveryMs, undefined, { ref: false, signal }).catch(() => undefined);
      if (signal.aborted) return;
    }
    this.options.log('与内置数据库的连接未能恢复，请重新启动本程序。');
  }
}

async function connectAndTake({ url, take }: SessionLockOptions): Promise<Session> {
  const socket = new Socket();
  const client = new Client({ connectionString: url, application_name: 'haozhao lock', keepAlive: true, stream: () => socket });
  client.on('error', () => undefined); // reported by the pending call
  try {
    await client.connect();
    await take(client);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  return { client, socket };
}
