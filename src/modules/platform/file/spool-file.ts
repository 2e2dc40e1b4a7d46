import { createHash } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { StoredFile } from './file-store.js';
import { temporaryName } from './temporary-name.js';

/** A stream that was written to this machine, with what it came to. */
export interface SpooledFile extends StoredFile {
  file: string;
}

/** Writes a stream to a new file of `folder`, hashing on the way; what breaks off leaves nothing. */
export async function spoolFile(content: Readable, folder: string, signal?: AbortSignal): Promise<SpooledFile> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, temporaryName());
  const hash = createHash('sha256');
  let byteSize = 0;
  // Opened before anything can fail: a stream that opens its file later could do so after we have tidied up.
  const handle = await open(file, 'wx');
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
      handle.createWriteStream({ flush: true }),
      { signal },
    );
    return { file, sha256: hash.digest('hex'), byteSize };
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}
