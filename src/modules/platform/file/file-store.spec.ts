import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileStore } from './file-store.js';

let folder: string;
let store: FileStore;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'haozhao-files-'));
  store = new FileStore(path.join(folder, 'files'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const hashOf = (content: string) => createHash('sha256').update(content).digest('hex');
const kept = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name);

describe('FileStore', () => {
  it('keeps content under its hash, once', async () => {
    const stored = { sha256: hashOf('甲'), byteSize: 3 };
    expect(await Promise.all(Array.from({ length: 8 }, () => store.put(Readable.from([Buffer.from('甲')]))))).toEqual(
      Array(8).fill(stored),
    );
    await writeFile(path.join(folder, 'own.txt'), '甲');
    expect(await store.putFile(path.join(folder, 'own.txt'))).toEqual(stored);
    expect((await kept()).sort()).toEqual([stored.sha256, 'own.txt'].sort());
    expect(await readFile(store.pathOf(stored.sha256), 'utf8')).toBe('甲');
    expect(await store.size(stored.sha256)).toBe(3);
  });

  it('keeps nothing of a stream that breaks off', async () => {
    async function* broken() {
      yield Buffer.from('甲');
      await Promise.resolve();
      throw new Error('broken off');
    }
    await expect(store.put(Readable.from(broken()))).rejects.toThrow('broken off');
    expect(await kept()).toEqual([]);
  });

  it('has no size for what it does not hold, and no path for what is no hash', async () => {
    expect(await store.size(hashOf('乙'))).toBeUndefined();
    expect(() => store.pathOf('../../etc/passwd')).toThrow(TypeError);
  });
});
