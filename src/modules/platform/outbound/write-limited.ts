import { open, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Writes a stream to a new file as long as it stays within a number of bytes; what breaks off leaves nothing. The size. */
export async function writeLimited(
  content: Readable,
  file: string,
  maxBytes: number,
  tooLarge: () => Error,
  signal: AbortSignal,
): Promise<number> {
  let byteSize = 0;
  const handle = await open(file, 'wx');
  try {
    await pipeline(
      content,
      async function* (source: AsyncIterable<Buffer>) {
        for await (const chunk of source) {
          byteSize += chunk.length;
          if (byteSize > maxBytes) throw tooLarge();
          yield chunk;
        }
      },
      handle.createWriteStream({ flush: true }),
      { signal },
    );
    return byteSize;
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}
