import type { TextPart } from '../text-part.js';
import { ParagraphListener } from './paragraph-listener.js';
import { readXml } from './xml-reading.js';
import { ZipArchive } from './zip-archive.js';

/** Parts of a document that people read, or can make visible. */
const PARTS: [RegExp, string][] = [
  [/^word\/document\d*\.xml$/, '正文'],
  [/^word\/header\d*\.xml$/, '页眉'],
  [/^word\/footer\d*\.xml$/, '页脚'],
  [/^word\/footnotes\.xml$/, '脚注'],
  [/^word\/endnotes\.xml$/, '尾注'],
  [/^word\/comments\.xml$/, '批注'],
];

/** Word documents (ECMA-376 WordprocessingML). */
export async function* readDocx(path: string): AsyncGenerator<TextPart[], undefined> {
  const archive = await ZipArchive.open(path);
  try {
    for (const [pattern, place] of PARTS)
      for (const name of archive.names(pattern)) yield* readXml(archive.read(name), new ParagraphListener(place, place === '正文'));
  } finally {
    archive.close();
  }
  return undefined;
}
