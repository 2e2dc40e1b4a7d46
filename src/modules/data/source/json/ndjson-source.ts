import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { decodedChunks, detectEncoding } from '../../../platform/reading/index.js';
import { type OpenedSource, UnreadableTable } from '../sheet-source.js';
import { MOST_ELEMENT } from './array-scanner.js';
import { type Element, elementTable } from './element-table.js';
import { isLarge } from './large-file.js';

/** The table of a file with one JSON value a line (JSON Lines, NDJSON). */
export async function openNdjson(path: string): Promise<OpenedSource> {
  const encoding = await detectEncoding(path);
  const notes: string[] = [];
  const list = { name: null, unit: '行', elements: () => linesOf(path, encoding) };
  const sheet = await elementTable(list, isLarge((await stat(path)).size), notes);
  if (!sheet) throw new UnreadableTable('文件里没有内容，不能做成表。');
  return { sheets: [sheet], notes, close: () => Promise.resolve() };
}

async function* linesOf(path: string, encoding: string): AsyncGenerator<Element[]> {
  let rest = '';
  let number = 0;
  for await (const chunk of decodedChunks(createReadStream(path), encoding)) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    if (rest.length > MOST_ELEMENT) throw new UnreadableTable(`第 ${number + lines.length + 1} 行超过 32 MB，不能做成表。`);
    const elements: Element[] = [];
    for (const text of lines) {
      number++;
      if (text.trim() !== '') elements.push({ number, text });
    }
    if (elements.length > 0) yield elements;
  }
  if (rest.trim() !== '') yield [{ number: number + 1, text: rest }];
}
