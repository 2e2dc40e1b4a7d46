import { createReadStream } from 'node:fs';
import { access, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { type ByteRange, demandHash, FileMissing, FileStore, type StoredFile } from './file-store.js';
import { spoolFile } from './spool-file.js';

/** Files in a folder of this machine. */
export class LocalFileStore extends FileStore {
  constructor(private readonly folder: string) {
    super();
  }

  /** Where contents lie on their way into the folder: on the same disk, so that they appear at once. */
  static incoming(folder: string): string {
    return path.join(folder, 'incoming');
  }

  async put(content: Readable): Promise<StoredFile> {
    const { file, sha256, byteSize } = await spoolFile(content, LocalFileStore.incoming(this.folder));
    try {
      const target = this.pathOf(sha256);
      await mkdir(path.dirname(target), { recursive: true });
      await rename(file, target);
      return { sha256, byteSize };
    } finally {
      await rm(file, { force: true });
    }
  }

  putFile(file: string): Promise<StoredFile> {
    return this.put(createReadStream(file));
  }

  async size(sha256: string): Promise<number | undefined> {
    return (await stat(this.pathOf(sha256)).catch(absent))?.size;
  }

  async read(sha256: string, range?: ByteRange): Promise<Readable> {
    const handle = await open(this.pathOf(sha256)).catch(absent);
    if (!handle) throw new FileMissing(sha256);
    return handle.createReadStream(range);
  }

  async withLocalCopy<T>(sha256: string, work: (file: string) => Promise<T>): Promise<T> {
    const file = this.pathOf(sha256);
    await access(file).catch(() => {
      throw new FileMissing(sha256);
    });
    return work(file);
  }

  remove(sha256: string): Promise<void> {
    return rm(this.pathOf(sha256), { force: true });
  }

  private pathOf(sha256: string): string {
    return path.join(this.folder, demandHash(sha256).slice(0, 2), sha256);
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
