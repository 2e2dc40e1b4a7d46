import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { AnswerColumn } from '../query/compile-query.js';
import { ROWS_OF_SHEET, SHEET_FOOT, sheetHead, workbookMembers } from './sheet-xml.js';

/** Most is repetition: a low level is nearly as small and several times as fast. */
const COMPRESSION = { compressionLevel: 1 } as const;
const PIECE = 256 * 1024;
const LINE_END = 10;

/** Makes a workbook of a file with a line a row, in as many sheets as its rows need; nothing is held in memory. */
export async function writeWorkbook(lines: string, rowCount: number, columns: readonly AnswerColumn[], target: string): Promise<void> {
  const sheets = Math.max(1, Math.ceil(rowCount / ROWS_OF_SHEET));
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream as Readable, createWriteStream(target));
  const source = new LineSource(lines);
  try {
    for (const [name, content] of Object.entries(workbookMembers(sheets))) zip.addBuffer(Buffer.from(content), name, COMPRESSION);
    for (let sheet = 1; sheet <= sheets; sheet++) {
      // The zip reads a member when the one before is done, so one walk through the lines serves all sheets.
      zip.addReadStream(Readable.from(sheetText(source, columns), { objectMode: false }), `xl/worksheets/sheet${sheet}.xml`, COMPRESSION);
    }
    zip.end();
    await written;
  } finally {
    source.close();
  }
}

/** The lines of a file in pieces, one walk for all who ask. */
class LineSource {
  private readonly input;
  private readonly chunks: AsyncIterator<Buffer>;
  private rest: Buffer | undefined;

  constructor(file: string) {
    this.input = createReadStream(file, { highWaterMark: PIECE });
    this.chunks = (this.input as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  }

  /** The next piece, with at most so many line ends, and how many it has; nothing at the end. */
  async next(most: number): Promise<{ piece: Buffer; lines: number } | undefined> {
    const piece = this.rest ?? (await this.read());
    this.rest = undefined;
    if (!piece) return undefined;
    let lines = 0;
    for (let at = piece.indexOf(LINE_END); at >= 0; at = piece.indexOf(LINE_END, at + 1)) {
      if (++lines < most) continue;
      this.rest = at + 1 < piece.length ? piece.subarray(at + 1) : undefined;
      return { piece: piece.subarray(0, at + 1), lines };
    }
    return { piece, lines };
  }

  close(): void {
    this.input.destroy();
  }

  private async read(): Promise<Buffer | undefined> {
    const next = await this.chunks.next();
    return next.done ? undefined : next.value;
  }
}

async function* sheetText(source: LineSource, columns: readonly AnswerColumn[]): AsyncGenerator<Buffer> {
  yield Buffer.from(sheetHead(columns));
  for (let left = ROWS_OF_SHEET; left > 0;) {
    const next = await source.next(left);
    if (!next) break;
    left -= next.lines;
    yield next.piece;
  }
  yield Buffer.from(SHEET_FOOT);
}
