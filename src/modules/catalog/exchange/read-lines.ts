import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { AppError } from '../../kernel/app-error.js';

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

/** Lines of a file, or of standard input for `-`. @throws AppError when it cannot be read */
export async function* readLines(file: string): AsyncGenerator<InputLine> {
  try {
    yield* linesOf(file === '-' ? process.stdin : createReadStream(file, { highWaterMark: 256 * 1024 }));
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(file: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code.startsWith('Z_'))
    return new AppError('VALIDATION_FAILED', `“${file}”的压缩内容不完整或已损坏，请重新压缩后再导入。`, {
      english: `${file} is not whole gzip.`,
    });
  if (/^E[A-Z]+$/.test(code))
    return new AppError('NOT_FOUND', `读不到“${file}”（${code}），请检查路径和权限。`, { english: `${file} cannot be read (${code}).` });
  return error;
}

/** Lines of a stream, decompressed when it is gzip; never more than a line in memory. */
export async function* linesOf(raw: Readable): AsyncGenerator<InputLine> {
  const assembler = new LineAssembler();
  let read = 0;
  raw.on('data', (chunk: Buffer) => (read += chunk.length));
  for await (const chunk of await decompressed(raw)) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      assembler.hold(chunk.subarray(start, end));
      yield { ...assembler.line(), bytes: read };
      start = end + 1;
    }
    if (start < chunk.length) assembler.hold(chunk.subarray(start));
  }
  if (assembler.length > 0) yield { ...assembler.line(), bytes: read };
}

/** Puts the parts of a line together and reads them as UTF-8. */
class LineAssembler {
  length = 0;
  private number = 0;
  private parts: Buffer[] = [];
  private readonly decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

  hold(part: Buffer): void {
    this.length += part.length;
    if (this.length <= LONGEST_LINE) this.parts.push(part);
  }

  line(): Omit<InputLine, 'bytes'> {
    const bytes = Buffer.concat(this.parts);
    const tooLong = this.length > LONGEST_LINE;
    this.parts = [];
    this.length = 0;
    this.number += 1;
    const { number } = this;
    if (tooLong) return { number, text: '', flaw: `超过 ${LONGEST_LINE / 1024 / 1024} MB，请拆分` };
    try {
      const text = this.decoder.decode(bytes).replace(/\r$/, '');
      return { number, text: number === 1 ? text.replace(/^\ufeff/, '') : text };
    } catch {
      return { number, text: bytes.toString('latin1').slice(0, 1000), flaw: '不是有效的 UTF-8，请检查文件编码' };
    }
  }
}

/** The stream as it is, or decompressed when it begins like gzip. */
async function decompressed(raw: Readable): Promise<AsyncIterable<Buffer>> {
  const chunks = raw[Symbol.asyncIterator]() as AsyncIterableIterator<Buffer>;
  let head: Buffer = Buffer.alloc(0);
  while (head.length < GZIP.length) {
    const next = await chunks.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  const rest = (async function* () {
    yield head;
    yield* chunks;
  })();
  if (!GZIP.every((byte, index) => head[index] === byte)) return rest;
  const gunzip = createGunzip();
  const input = Readable.from(rest);
  input.on('error', (error) => gunzip.destroy(error));
  return input.pipe(gunzip);
}
