import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';

/** A database of its own for one test file, already migrated. */
export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

async function onServer(work: (client: Client) => Promise<void>): Promise<void> {
  const url = new URL(inject('templateUrl'));
  url.pathname = '/postgres';
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** Copies of one template wait for each other: PostgreSQL copies only while nobody else does. */
const COPY_LOCK = 7_264_900;

export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(inject('templateUrl'));
  const template = url.pathname.slice(1);
  await onServer(async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [COPY_LOCK]);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(async (client) => void (await client.query(`DROP DATABASE ${name} WITH (FORCE)`))) };
}
