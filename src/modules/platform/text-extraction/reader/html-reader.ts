import { open } from 'node:fs/promises';
import { detectEncoding } from '../../reading/index.js';
import { LONGEST_PIECE, type TextPart } from '../text-part.js';
import { htmlText } from './html/html-text.js';
import { htmlTrimmings } from './html/html-trimmings.js';

/** A page is parsed as a whole; one beyond this is data under the name of a page. */
const MOST_BYTES = 32 * 1024 ** 2;

/** Pages: what a reader sees or can make visible, and beside it comments, scripts and what attributes say. */
export async function* readHtml(path: string): AsyncGenerator<TextPart[], string | undefined> {
  const encoding = await detectEncoding(path);
  const file = await open(path);
  const { size } = await file.stat();
  let pictures: boolean;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(size, MOST_BYTES)), 0, undefined, 0);
    const html = new TextDecoder(encoding).decode(buffer.subarray(0, bytesRead));
    const { text, attributes } = htmlText(html);
    pictures = text === '' && /<(img|svg|canvas|object|embed|picture|video)[\s>]/i.test(html);
    for (const piece of pieces(text.split('\n'))) yield [{ place: '正文', text: piece }];
    yield attributes.map((value) => ({ place: '属性', text: value, aside: true }));
    for (const { place, text: trimming } of htmlTrimmings(html))
      for (const piece of pieces(trimming.split('\n'))) yield [{ place, text: piece, aside: true }];
  } finally {
    await file.close();
  }
  if (pictures) return '网页里只有图片，没有文字：图片中的文字没有检查';
  return size > MOST_BYTES ? '网页超过 32 MB，后面的没有读取' : undefined;
}

function* pieces(lines: readonly string[]): Generator<string> {
  let piece = '';
  for (const line of lines) {
    if (piece !== '' && piece.length + line.length >= LONGEST_PIECE) {
      yield piece.trim();
      piece = '';
    }
    piece += `${line}\n`;
  }
  if (piece.trim() !== '') yield piece.trim();
}
