import { chownSync, existsSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { query } from './query.js';
import { isRoot, Scratch } from './scratch.js';

let scratch: Scratch;
beforeEach(() => {
  scratch = new Scratch();
});
afterEach(() => scratch.clean());

describe('the embedded server runs', () => {
  it('in a path with spaces and Chinese characters under a 0700 directory, without install scripts', async () => {
    const directory = path.join(scratch.root, '政务 信息 公开');
    scratch.dataDir = path.join(directory, '数据 目录');
    mkdirSync(directory, { mode: 0o700 });
    const entry = scratch.install(path.join(directory, '好找 程序'));
    for (const round of ['first', 'second']) {
      const app = scratch.process({ entry });
      const { url, adopted } = await app.started();
      expect(adopted, round).toBe(false);
      expect(await query(url, "SELECT count(*)::int AS n FROM pg_extension WHERE extname = 'pg_trgm'")).toEqual([{ n: 1 }]);
      expect(await app.orders('stop')).toEqual({ stopped: true });
    }
    // Root's server cannot enter the directory, so DATA_DIR points to a cluster elsewhere; a normal user's stays inside.
    expect(lstatSync(path.join(scratch.dataDir, 'postgres')).isSymbolicLink()).toBe(isRoot);
    expect(existsSync(scratch.systemDirectory) ? readdirSync(scratch.systemDirectory).length : 0).toBe(isRoot ? 2 : 0);
  });

  it('as a normal user whose node_modules is read-only, without install scripts', async () => {
    const entry = scratch.install(path.join(scratch.root, 'project'));
    const home = path.join(scratch.root, 'home');
    mkdirSync(home, { mode: 0o700 });
    const nobody = isRoot ? { uid: 65534, gid: 65534 } : {};
    if (nobody.uid !== undefined) chownSync(home, nobody.uid, nobody.gid);
    scratch.dataDir = path.join(home, 'data');
    const app = scratch.process({ entry, ...nobody });
    const { url } = await app.started();
    expect(await query(url, 'SELECT current_user AS name')).toEqual([{ name: 'postgres' }]);
    expect(await app.orders('stop')).toEqual({ stopped: true });
    expect(lstatSync(scratch.cluster()).uid).toBe(nobody.uid ?? process.getuid?.());
  });
});
