import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { startEmbeddedPostgres } from '../../../src/modules/platform/database/embedded/index.js';
import { servesCluster } from '../../../src/modules/platform/database/embedded/postmaster-pid.js';
import { query } from './query.js';
import { endServer, Scratch } from './scratch.js';

const scratch = new Scratch();
afterEach(() => scratch.rest());
afterAll(() => scratch.clean());

describe('the embedded server', () => {
  it('creates the database, keeps it over a stop, and is gone after the stop', async () => {
    const first = await startEmbeddedPostgres(scratch.options);
    expect(first.adopted).toBe(false);
    expect(first.url).toMatch(/^postgres:\/\/postgres:[^@]+@127\.0\.0\.1:\d+\/haozhao$/);
    await query(first.url, 'DROP TABLE IF EXISTS kept; CREATE TABLE kept AS SELECT 1 AS one');
    await first.stop();
    expect(servesCluster(first.pid, scratch.cluster())).toBe(false);
    await expect(query(first.url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');

    const second = await startEmbeddedPostgres(scratch.options);
    expect(await query(second.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
    await second.stop();
  });

  it('finds trigrams in Chinese text and sorts by code point', async () => {
    const server = await startEmbeddedPostgres(scratch.options);
    const [row] = await query<{ trigrams: string[]; sorted: string[] }>(
      server.url,
      "SELECT show_trgm('政务信息公开') AS trigrams, (SELECT array_agg(t ORDER BY t) FROM unnest(ARRAY['政', 'a', 'B']) t) AS sorted",
    );
    expect(row?.trigrams.length).toBeGreaterThan(4);
    expect(row?.sorted).toEqual(['B', 'a', '政']);
    await server.stop();
  });

  it('lets nobody else read the password and keeps statements out of the log', async () => {
    const server = await startEmbeddedPostgres(scratch.options);
    await expect(query(server.url, "SELECT '王某'::int")).rejects.toThrow('invalid input syntax');
    await server.stop();
    expect(statSync(path.join(scratch.dataDir, 'postgres/password')).mode & 0o777).toBe(0o600);
    expect(statSync(scratch.cluster()).mode & 0o777).toBe(0o700);
    expect(readFileSync(path.join(scratch.dataDir, 'postgres.log'), 'utf8')).not.toContain('SELECT');
  });

  it('refuses a cluster of another major version in one sentence', async () => {
    await (await startEmbeddedPostgres(scratch.options)).stop();
    const version = path.join(scratch.cluster(), 'PG_VERSION');
    const written = readFileSync(version);
    writeFileSync(version, '17\n');
    await expect(startEmbeddedPostgres(scratch.options)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(new RegExp(`${scratch.dataDir} 由 PostgreSQL 17 建立`)),
    });
    writeFileSync(version, written);
  });
});

describe('after kill -9', () => {
  it('of the app: the next start joins the running server, and stops it as its only user', async () => {
    const app = scratch.process();
    const before = await app.started();
    await app.kill();
    const after = await startEmbeddedPostgres(scratch.options);
    expect(after).toMatchObject({ adopted: true, pid: before.pid, url: before.url });
    await after.stop();
    expect(servesCluster(before.pid, scratch.cluster())).toBe(false);
  });

  it('of the server: what was committed is there, and backends that outlive it are waited for', async () => {
    const before = await startEmbeddedPostgres(scratch.options);
    await query(before.url, 'DROP TABLE IF EXISTS kept; CREATE TABLE kept AS SELECT 1 AS one');
    const orphan = await busyBackend(before.url);
    await endServer(scratch.cluster(), 'SIGKILL');
    // A backend in a computation does not notice that its server died; it still has the shared memory, and may write.
    const log = new EventEmitter();
    const waits = once(log, 'line');
    const starting = startEmbeddedPostgres({ ...scratch.options, log: (line) => log.emit('line', line) });
    await Promise.race([waits, starting]).finally(() => process.kill(orphan, 'SIGKILL'));
    expect(await waits).toEqual([expect.stringContaining('还未结束')]);
    const after = await starting;
    expect(after.adopted).toBe(false);
    expect(await query(after.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
    await after.stop();
    await before.stop();
  });

  it('and a restart of the machine: a stranger that got the pid is not taken for the server', async () => {
    const before = await startEmbeddedPostgres(scratch.options);
    const lockFile = path.join(scratch.cluster(), 'postmaster.pid');
    const text = readFileSync(lockFile, 'utf8');
    await before.stop();
    const { uid, gid } = statSync(scratch.cluster());
    const stranger = spawn('cat', [], { uid, gid, cwd: '/', stdio: ['pipe', 'ignore', 'ignore'] });
    await once(stranger, 'spawn');
    writeFileSync(lockFile, text.replace(/^\d+/, String(stranger.pid)));
    const after = await startEmbeddedPostgres(scratch.options);
    expect(after.adopted).toBe(false);
    await after.stop();
    stranger.kill();
    await once(stranger, 'exit');
  });
});

/** A session in an endless computation; gives the pid of its backend. */
async function busyBackend(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  client.query('DO $$ BEGIN LOOP END LOOP; END $$').catch(() => undefined); // ends with the backend
  const isBusy = `SELECT 1 FROM pg_stat_activity WHERE pid = ${rows[0]?.pid} AND query LIKE 'DO%' AND state = 'active'`;
  while ((await query(url, isBusy)).length === 0);
  return rows[0]?.pid ?? 0;
}
