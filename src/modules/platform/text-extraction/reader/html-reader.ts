import { open } from 'node:fs/promises';
import sanitizeHtml from 'sanitize-html';
import { LONGEST_PIECE, type TextPart } from '../text-part.js';
import { detectEncoding } from './encoding.js';

/** A page is parsed as a whole; one beyond this is data under the name of a page. */
const MOST_BYTES = 32 * 1024 ** 2;
const BLOCKS = ['p', 'br', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'tr', 'table', 'section', 'article', 'blockquote'];
const CELLS = ['td', 'th'];
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Pages: what a reader sees, without scripts and styles. */
export async function* readHtml(path: string): AsyncGenerator<TextPart[], string | undefined> {
  const encoding = await detectEncoding(path);
  const file = await open(path);
  const { size } = await file.stat();
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(size, MOST_BYTES)), 0, undefined, 0);
    const html = new TextDecoder(encoding).decode(buffer.subarray(0, bytesRead));
    const lines = plainText(html).split('\n');
    for (let piece = ''; lines.length > 0; piece = '') {
      while (lines.length > 0 && (piece === '' || piece.length + lines[0]!.length < LONGEST_PIECE)) piece += `${lines.shift()!}\n`;
      yield [{ place: '正文', text: piece.trimEnd() }];
    }
  } finally {
    await file.close();
  }
  return size > MOST_BYTES ? '网页超过 32 MB，后面的没有读取' : undefined;
}

function plainText(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: [...BLOCKS, ...CELLS],
    allowedAttributes: {},
    nonTextTags: ['script', 'style'],
  })
    .replace(new RegExp(`</?(?:${BLOCKS.join('|')})\\s*/?>`, 'g'), '\n')
    .replace(new RegExp(`</?(?:${CELLS.join('|')})>`, 'g'), ' ')
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name]!)
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}
