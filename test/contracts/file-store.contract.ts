import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FileMissing, type FileStore } from '../../src/modules/platform/file/index.js';

/** A store under test: where it keeps what is on its way, and how to name all it holds. */
export interface StoreUnderTest {
  store: FileStore;
  kept: () => Promise<string[]>;
  close: () => Promise<void>;
}

const hashOf = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');

/** Names of all files below a folder. */
export const filesBelow = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

/** What every store of files must do. */
export function fileStoreContract(name: string, open: (folder: string) => Promise<StoreUnderTest>): void {
  describe(name, () => {
    let folder: string;
    let under: StoreUnderTest;
    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'haozhao-files-'));
      under = await open(folder);
    });
    afterAll(async () => {
      await under.close();
      await rm(folder, { recursive: true, force: true });
    });

    it('keeps content under its hash, once', async () => {
      const stored = { sha256: hashOf('甲'), byteSize: 3 };
      const put = () => under.store.put(Readable.from([Buffer.from('甲')]));
      expect(await Promise.all(Array.from({ length: 8 }, put))).toEqual(Array(8).fill(stored));
      const own = path.join(folder, 'own.txt');
      await writeFile(own, '甲');
      expect(await under.store.putFile(own)).toEqual(stored);
      await rm(own);
      expect(await under.kept()).toEqual([stored.sha256]);
      expect(await text(await under.store.read(stored.sha256))).toBe('甲');
      expect(await under.store.size(stored.sha256)).toBe(3);
    });

    it('keeps nothing of a stream that breaks off', async () => {
      const before = await under.kept();
      async function* broken() {
        yield Buffer.from('乙');
        await Promise.resolve();
        throw new Error('broken off');
      }
      await expect(under.store.put(Readable.from(broken()))).rejects.toThrow('broken off');
      expect(await under.kept()).toEqual(before);
    });

    it('reads a part of a file of many parts, and the whole of an empty one', async () => {
      const content = Buffer.alloc(20 * 1024 * 1024, 'haozhao-');
      const { sha256, byteSize } = await under.store.put(Readable.from([content.subarray(0, 9_000_001), content.subarray(9_000_001)]));
      expect([sha256, byteSize]).toEqual([hashOf(content), content.length]);
      const start = 8 * 1024 * 1024 - 3;
      expect(await text(await under.store.read(sha256, { start, end: start + 9 }))).toBe(content.toString('utf8', start, start + 10));
      expect((await buffer(await under.store.read(sha256, { start: content.length - 4, end: content.length - 1 }))).length).toBe(4);
      expect(hashOf(await buffer(await under.store.read(sha256)))).toBe(sha256);
      const empty = await under.store.put(Readable.from([]));
      expect(empty).toEqual({ sha256: hashOf(''), byteSize: 0 });
      expect(await text(await under.store.read(empty.sha256))).toBe('');
    });

    it('lends a path for as long as the work takes', async () => {
      const { sha256 } = await under.store.put(Readable.from([Buffer.from('丙')]));
      const before = await filesBelow(folder);
      expect(await under.store.withLocalCopy(sha256, (file) => readFile(file, 'utf8'))).toBe('丙');
      await expect(under.store.withLocalCopy(sha256, () => Promise.reject(new Error('no luck')))).rejects.toThrow('no luck');
      expect(await filesBelow(folder)).toEqual(before);
    });

    it('has nothing under what it does not hold, and no place for what is no hash', async () => {
      const absent = hashOf('丁');
      expect(await under.store.size(absent)).toBeUndefined();
      await expect(under.store.read(absent)).rejects.toThrow(FileMissing);
      await expect(under.store.withLocalCopy(absent, () => Promise.resolve())).rejects.toThrow(FileMissing);
      await under.store.remove(absent);
      await expect(under.store.size('../../etc/passwd')).rejects.toThrow(TypeError);
    });

    it('takes a file back', async () => {
      const { sha256 } = await under.store.put(Readable.from([Buffer.from('戊')]));
      await under.store.remove(sha256);
      expect(await under.store.size(sha256)).toBeUndefined();
      expect(await under.kept()).not.toContain(sha256);
    });
  });
}
