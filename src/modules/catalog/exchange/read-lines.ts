import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** One line of an input, or why it cannot be read as text. */
export interface InputLine {
  /** Counted from 1. */
  number: number;
  text: string;
  /** Bytes of the input read so far, before decompression where that is known. */
  bytes: number;
  flaw?: string;
}

/** A line of more bytes is refused rather than held in memory. */
export const LONGEST_LINE = 16 * 1024 * 1024;
const NEWLINE = 0x0a;
const GZIP = [0x1f, 0x8b];

/** Lines of a file, or of standard input for `-`, decompressed when they are gzip; never more than a line in memory. */
export async function* readLines(file: string): AsyncGenerator<InputLine> {
  let read = 0;
  const raw = file === '-' ? process.stdin : createReadStream(file, { highWaterMark: 256 * 1024 });
  raw.on('data', (chunk: Buffer | string) => (read += chunk.length));
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let number = 0;
  let held: Buffer[] = [];
  let length = 0;
  const line = (): InputLine => {
    number += 1;
    const bytes = Buffer.concat(held);
    const tooLong = length > LONGEST_LINE;
    held = [];
    length = 0;
    if (tooLong) return { number, text: '', bytes: read, flaw: `超过 ${LONGEST_LINE / 1024 / 1024} MB，请拆分` };
    try {
      const text = decoder.decode(bytes).replace(/\r$/, '');
      return { number, text: number === 1 ? text.replace(/^\ufeff/, '') : text, bytes: read };
    } catch {
      return { number, text: bytes.toString('latin1').slice(0, 1000), bytes: read, flaw: '不是有效的 UTF-8，请检查文件编码' };
    }
  };
  const hold = (part: Buffer) => {
    length += part.length;
    if (length <= LONGEST_LINE) held.push(part);
  };
  for await (const chunk of await decompressed(raw)) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      hold(chunk.subarray(start, end));
      yield line();
      start = end + 1;
    }
    if (start < chunk.length) hold(chunk.subarray(start));
  }
  if (length > 0) yield line();
}

/** The stream as it is, or decompressed when it begins like gzip. */
async function decompressed(raw: Readable): Promise<AsyncIterable<Buffer>> {
  const chunks = raw[Symbol.asyncIterator]() as AsyncIterableIterator<Buffer>;
  const first = await chunks.next();
  if (first.done) return Readable.from([]);
  const rest = (async function* () {
    yield first.value;
    yield* chunks;
  })();
  const zipped = GZIP.every((byte, index) => first.value[index] === byte);
  if (!zipped) return rest;
  const gunzip = createGunzip();
  const input = Readable.from(rest);
  input.on('error', (error) => gunzip.destroy(error));
  return input.pipe(gunzip);
}
