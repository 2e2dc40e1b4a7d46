import { type Client } from 'pg';
import { type Binaries } from './locate-binaries.js';
import { isPassing } from './passing-error.js';
import { type SessionLock } from './session-lock.js';
import { stopServer } from './stop-server.js';

/** A share in the PostgreSQL server of a DATA_DIR; every process that uses the server holds one. */
export interface EmbeddedPostgres {
  url: string;
  /** Whether the server was already running. */
  adopted: boolean;
  pid: number;
  /** Gives the share back; the last one stops the server. */
  stop(): Promise<void>;
}

const usersKey = 7_203_811_402_003;

/** Marks this session as a user of the server; waits while the last user is about to stop it, until the stop ends this session too. */
export async function takeShare(client: Client): Promise<void> {
  await client.query('SELECT pg_advisory_lock_shared($1)', [usersKey]);
}

/** The share of this process, held by a session of its own. */
export class Share implements EmbeddedPostgres {
  private stopping: Promise<void> | undefined;

  constructor(
    readonly url: string,
    readonly adopted: boolean,
    readonly pid: number,
    private readonly lock: SessionLock,
    private readonly binaries: Binaries,
    private readonly cluster: string,
  ) {}

  stop(): Promise<void> {
    this.stopping ??= this.lock.release((client) => stopIfLast(client, this.binaries, this.cluster));
    return this.stopping;
  }
}

/** Gives the share of this session back, and stops the server when nobody else has one. */
export async function stopIfLast(client: Client, binaries: Binaries, cluster: string): Promise<void> {
  try {
    if (await isLastUser(client)) await stopServer(binaries, cluster);
  } catch (error) {
    if (!isPassing(error)) throw error; // the server has crashed: there is no share left to give back
  }
}

/** The exclusive lock stays with the session until the server is down, so nobody can join in between. */
async function isLastUser(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ last: boolean }>('SELECT pg_try_advisory_lock($1) AS last FROM pg_advisory_unlock_shared($1)', [
    usersKey,
  ]);
  return rows[0]?.last ?? false;
}
