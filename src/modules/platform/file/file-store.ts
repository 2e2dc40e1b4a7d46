import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A file that is kept: its address is its content. */
export interface StoredFile {
  /** SHA-256, lower-case hex. */
  sha256: string;
  byteSize: number;
}

/** Files by their SHA-256 in a local folder; the same content is kept once and never changes. */
export class FileStore {
  constructor(private readonly folder: string) {}

  /** Keeps the content of a stream; it appears under its address only when it is there whole. */
  async put(content: Readable): Promise<StoredFile> {
    await mkdir(path.join(this.folder, 'incoming'), { recursive: true });
    const partial = path.join(this.folder, 'incoming', randomUUID());
    const hash = createHash('sha256');
    let byteSize = 0;
    try {
      await pipeline(
        content,
        async function* (source: AsyncIterable<Buffer>) {
          for await (const chunk of source) {
            hash.update(chunk);
            byteSize += chunk.length;
            yield chunk;
          }
        },
        createWriteStream(partial, { flags: 'wx', flush: true }),
      );
      const sha256 = hash.digest('hex');
      const target = this.pathOf(sha256);
      await mkdir(path.dirname(target), { recursive: true });
      await rename(partial, target);
      return { sha256, byteSize };
    } finally {
      await rm(partial, { force: true });
    }
  }

  putFile(file: string): Promise<StoredFile> {
    return this.put(createReadStream(file));
  }

  /** Size in bytes, or undefined when there is no such file. */
  async size(sha256: string): Promise<number | undefined> {
    return (await stat(this.pathOf(sha256)).catch(() => undefined))?.size;
  }

  /** Where the content lies, for reading only. */
  pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError('not a SHA-256');
    return path.join(this.folder, sha256.slice(0, 2), sha256);
  }
}
