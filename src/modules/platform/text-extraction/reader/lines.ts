import { createReadStream } from 'node:fs';
import { decodedChunks, detectEncoding } from '../../reading/index.js';
import { LONGEST_PIECE } from '../text-part.js';

/** A line, or a part of a very long one, with its number in the file, counting from 1. */
export interface Line {
  number: number;
  text: string;
}

/** Cuts a long line where a word or number can hardly be cut in two. */
const BORDER = /[\s,，。、；;:：{}()[\]"'|<>]/;

/** The lines of a text file of any usual encoding, a batch a chunk. */
export async function* linesOf(path: string): AsyncGenerator<Line[]> {
  const encoding = await detectEncoding(path);
  const chunks = createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>;
  let rest = '';
  let number = 1;
  for await (const text of decodedChunks(chunks, encoding)) {
    const pieces = (rest + text).split('\n');
    rest = pieces.pop()!;
    const lines = pieces.flatMap((line) => {
      const whole = { number: number++, text: line.endsWith('\r') ? line.slice(0, -1) : line };
      return whole.text.length <= LONGEST_PIECE ? [whole] : cut(whole);
    });
    if (rest.length > LONGEST_PIECE) {
      const parts = cut({ number, text: rest });
      rest = parts.pop()!.text;
      lines.push(...parts);
    }
    if (lines.length > 0) yield lines;
  }
  if (rest !== '') yield [{ number, text: rest }];
}

function cut({ number, text }: Line): Line[] {
  const parts: Line[] = [];
  let start = 0;
  while (text.length - start > LONGEST_PIECE) {
    let end = start + LONGEST_PIECE;
    const least = start + LONGEST_PIECE / 2;
    while (end > least && !BORDER.test(text[end - 1]!)) end--;
    if (end === least) end = start + LONGEST_PIECE;
    parts.push({ number, text: text.slice(start, end) });
    start = end;
  }
  parts.push({ number, text: text.slice(start) });
  return parts;
}
