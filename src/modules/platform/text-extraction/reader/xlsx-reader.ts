import type { TextPart } from '../text-part.js';
import { ParagraphListener } from './paragraph-listener.js';
import { relationshipsOf } from './relationships.js';
import { SheetListener } from './sheet-listener.js';
import { DateStyles, SharedStrings, Workbook } from './xlsx-parts.js';
import { readXml, type XmlListener } from './xml-reading.js';
import { ZipArchive } from './zip-archive.js';

const WORKBOOK = 'xl/workbook.xml';

/** Spreadsheets (ECMA-376 SpreadsheetML), row by row; of the whole file only the shared strings are held. */
export async function* readXlsx(path: string): AsyncGenerator<TextPart[], string | undefined> {
  const archive = await ZipArchive.open(path);
  try {
    const strings = new SharedStrings();
    const workbook = new Workbook();
    const sheets = await all(archive, WORKBOOK, workbook);
    const context = {
      shared: await all(archive, 'xl/sharedStrings.xml', strings, true),
      isDate: await all(archive, 'xl/styles.xml', new DateStyles(), true),
      since1904: workbook.since1904,
    };
    const targets = await relationshipsOf(archive, WORKBOOK);
    for (const { name, relationship } of sheets) {
      const part = targets.get(relationship);
      if (part === undefined || !archive.has(part)) continue;
      yield [{ place: '工作表名', text: name }];
      yield* readXml(archive.read(part), new SheetListener(name, context));
    }
    for (const name of archive.names(/^xl\/(comments\d*|threadedComments\/[^/]+|drawings\/drawing\d+)\.xml$/))
      yield* readXml(archive.read(name), name.includes('drawing') ? new ParagraphListener('图形') : new CommentListener());
    return strings.full ? '共享字符串过多，有的单元格没有读取' : undefined;
  } finally {
    archive.close();
  }
}

async function all<T>(archive: ZipArchive, name: string, listener: XmlListener<T>, optional = false): Promise<T[]> {
  const made: T[] = [];
  if (optional && !archive.has(name)) return made;
  for await (const batch of readXml(archive.read(name), listener)) for (const item of batch) made.push(item);
  return made;
}

/** Notes on cells. */
class CommentListener implements XmlListener<TextPart> {
  private parts: TextPart[] = [];
  private note = '';
  private inside = false;

  open(name: string): void {
    if (name === 't' || name === 'text') this.inside = true;
  }

  text(text: string): void {
    if (this.inside) this.note += text;
  }

  close(name: string): void {
    if (name === 't' || name === 'text') this.inside = false;
    if ((name === 'comment' || name === 'threadedComment') && this.note.trim() !== '') {
      this.parts.push({ place: '批注', text: this.note.trim() });
      this.note = '';
    }
  }

  take(): TextPart[] {
    return this.parts.splice(0);
  }
}
