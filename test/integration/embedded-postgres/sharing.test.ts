import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { acquireInstanceLock, startEmbeddedPostgres } from '../../../src/modules/platform/database/embedded/index.js';
import { servesCluster } from '../../../src/modules/platform/database/embedded/postmaster-pid.js';
import { query } from './query.js';
import { endServer, Scratch } from './scratch.js';

const scratch = new Scratch();
afterEach(() => scratch.rest());
afterAll(() => scratch.clean());

describe('several processes', () => {
  it('that start at once share one server that one of them launched, on an empty DATA_DIR and after a crash', async () => {
    for (const _ of ['empty', 'after a crash']) {
      const users = [scratch.process(), scratch.process(), scratch.process()];
      const started = await Promise.all(users.map((user) => user.started()));
      expect(new Set(started.map(({ pid }) => pid)).size).toBe(1);
      expect(started.filter(({ adopted }) => !adopted)).toHaveLength(1);
      for (const { url } of started) expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      await Promise.all([endServer(scratch.cluster(), 'SIGKILL'), ...users.map((user) => user.kill())]);
    }
  });

  it('keep the server until the last of them stops', async () => {
    const command = scratch.process();
    const { pid } = await command.started();
    const app = await startEmbeddedPostgres(scratch.options);
    expect(app).toMatchObject({ adopted: true, pid });
    expect(await command.orders('stop')).toEqual({ stopped: true });
    expect(await query(app.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await Promise.all([app.stop(), app.stop()]);
    expect(servesCluster(pid, scratch.cluster())).toBe(false);
  });

  it('may start while the last user stops: they get a server that stays', async () => {
    let current = await startEmbeddedPostgres(scratch.options);
    for (let round = 0; round < 8; round++) {
      const [next] = await Promise.all([startEmbeddedPostgres(scratch.options), current.stop()]);
      expect(await query(next.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      current = next;
    }
    await current.stop();
  });

  it('hold their share again after the server restarted its sessions', async () => {
    let lost: () => void = () => undefined;
    const noticed = new Promise<void>((resolve) => (lost = resolve));
    const app = await startEmbeddedPostgres({ ...scratch.options, log: () => lost() });
    const share = "SELECT pid FROM pg_stat_activity WHERE application_name = 'haozhao lock'";
    const [before] = await query<{ pid: number }>(app.url, share);
    await query(app.url, `SELECT pg_terminate_backend(${before?.pid})`);
    await noticed;
    const sharedLocks = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ShareLock' AND granted";
    await expect.poll(() => query(app.url, sharedLocks)).toHaveLength(1);
    await app.stop();
    expect(servesCluster(app.pid, scratch.cluster())).toBe(false);
  });
});

describe('the instance lock', () => {
  it('admits one application, and the next as soon as it was killed', async () => {
    const app = scratch.process();
    await app.started();
    expect(await app.orders('lock')).toEqual({ locked: true });
    const server = await startEmbeddedPostgres(scratch.options);
    await expect(acquireInstanceLock(server.url, scratch.dataDir)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining(scratch.dataDir),
    });
    await app.kill();
    const lock = await acquireInstanceLock(server.url, scratch.dataDir);
    await lock.release();
    await (await acquireInstanceLock(server.url, scratch.dataDir)).release();
    await server.stop();
  });
});
