import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { startEmbeddedPostgres } from '../../src/modules/platform/database/embedded/index.js';
import { openDatabase } from '../../src/modules/platform/database/index.js';
import { entities } from '../../src/runtime.js';

const TEMPLATE = 'test_template';
const TEMPLATE_LOCK = 1;

/** A migrated, empty database of its own. */
export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** One share of the server for all files of a worker. It is never given back: it ends with the worker, and the end of the run stops the server. */
let share: ReturnType<typeof startEmbeddedPostgres> | undefined;
const serverOfRun = () => (share ??= startEmbeddedPostgres({ dataDir: inject('clusterFolder') }));

/** Clones the migrated template; the first caller of a run starts the server and makes the template. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { url: serverUrl } = await serverOfRun();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(serverUrl, async (server) => {
    await ensureTemplate(server, serverUrl);
    await server.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  });
  const drop = () => administer(serverUrl, async (server) => void (await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)));
  return { url: named(serverUrl, name), drop };
}

async function ensureTemplate(server: Client, serverUrl: string): Promise<void> {
  await server.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  const { rowCount } = await server.query('SELECT FROM pg_database WHERE datname = $1', [TEMPLATE]);
  if (!rowCount) {
    const unfinished = `${TEMPLATE}_new`;
    await server.query(`DROP DATABASE IF EXISTS ${unfinished}`);
    await server.query(`CREATE DATABASE ${unfinished}`);
    await (await openDatabase({ url: named(serverUrl, unfinished), pool: 2, entities })).destroy();
    await server.query(`ALTER DATABASE ${unfinished} RENAME TO ${TEMPLATE}`);
  }
  await server.query('SELECT pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
}

async function administer(url: string, work: (server: Client) => Promise<void>): Promise<void> {
  const server = new Client({ connectionString: url });
  await server.connect();
  try {
    await work(server);
  } finally {
    await server.end();
  }
}

const named = (serverUrl: string, name: string) => Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
