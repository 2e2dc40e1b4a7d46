import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

const CHUNK = 1024 * 1024;

/** What looks at the bytes of a file as they pass. */
export interface ByteTaker {
  /** @throws Refusal */
  take(chunk: Buffer): void;
}

/** Shows the whole file to everyone, chunk by chunk. @throws Refusal */
export async function scanBytes(file: string, ...takers: readonly ByteTaker[]): Promise<void> {
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>)
    for (const taker of takers) taker.take(chunk);
}

/** The first and the last bytes of a file. */
export async function endsOf(file: string, first: number, last: number): Promise<{ head: Buffer; tail: Buffer; size: number }> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const read = async (start: number, length: number) => {
      const buffer = Buffer.alloc(length);
      const { bytesRead } = await handle.read(buffer, 0, length, start);
      return buffer.subarray(0, bytesRead);
    };
    return { head: await read(0, Math.min(first, size)), tail: await read(Math.max(0, size - last), Math.min(last, size)), size };
  } finally {
    await handle.close();
  }
}
