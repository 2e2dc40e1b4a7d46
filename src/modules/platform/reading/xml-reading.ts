import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { Unreadable } from './unreadable.js';
import { decodedChunks } from './encoding.js';

/** Hears the elements of a document by their names without prefix, and hands over what it has made of them. */
export interface XmlListener<T> {
  open?(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
  comment?(text: string): void;
  /** What has been made since it was last asked. */
  take(): T[];
}

const MOST_DEPTH = 2_000;
const local = (name: string) => name.slice(name.indexOf(':') + 1);

/** Reads XML chunk by chunk; declarations of types and entities are refused, so that nothing in it can grow. */
export async function* readXml<T>(
  chunks: AsyncIterable<Buffer>,
  listener: XmlListener<T>,
  /** Most characters of one tag, text or comment, which the parser holds until its end. */
  mostPiece = Infinity,
): AsyncGenerator<T[]> {
  const parser = new SaxesParser({ xmlns: false });
  let depth = 0;
  let piece = 0;
  parser.on('doctype', () => {
    throw new Unreadable('其中的 XML 带有文档类型声明（DTD），为防止实体攻击没有读取');
  });
  parser.on('error', () => {
    throw new Unreadable('其中的 XML 有语法错误，文件可能已损坏');
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    piece = 0;
    if (++depth > MOST_DEPTH) throw new Unreadable(`其中的 XML 嵌套超过 ${MOST_DEPTH} 层，没有读取`);
    listener.open?.(local(name), attributes);
  });
  parser.on('text', (text) => listener.text?.(text));
  parser.on('cdata', (text) => listener.text?.(text));
  parser.on('comment', (text) => listener.comment?.(text));
  parser.on('closetag', ({ name }) => {
    piece = 0;
    depth--;
    listener.close?.(local(name));
  });
  for await (const text of decodedChunks(...(await encoded(chunks)))) {
    piece += text.length;
    parser.write(text);
    if (piece > mostPiece) throw new Unreadable(`其中的 XML 有一段超过 ${mostPiece} 个字，没有读取`);
    const made = listener.take();
    if (made.length > 0) yield made;
  }
  parser.close();
  const made = listener.take();
  if (made.length > 0) yield made;
}

/** The encoding by the mark at the beginning, or as the document declares it. */
async function encoded(chunks: AsyncIterable<Buffer>): Promise<[AsyncIterable<Buffer>, string]> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  const head: Buffer = first.done ? Buffer.alloc(0) : first.value;
  async function* all() {
    try {
      yield head;
      for (;;) {
        const next = await iterator.next();
        if (next.done) return;
        yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  return [all(), encodingOf(head)];
}

function encodingOf(head: Buffer): string {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0x3c && head[1] === 0)) return 'utf-16le';
  if ((head[0] === 0xfe && head[1] === 0xff) || (head[0] === 0 && head[1] === 0x3c)) return 'utf-16be';
  const declared = /^[^>]*encoding\s*=\s*["']([\w-]+)["']/.exec(head.subarray(0, 200).toString('latin1'))?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(declared).encoding;
  } catch {
    throw new Unreadable(`其中的 XML 声明了不认识的编码“${declared}”`);
  }
}
