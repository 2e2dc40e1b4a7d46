import { Exhausted, readXml, Unreadable, ZipArchive } from '../../../reading/index.js';
import type { TextPart } from '../../text-part.js';
import { memberKind } from '../office/member-kind.js';
import { Unread } from '../office/unread.js';
import { peeked } from '../peeked.js';
import { TextListener } from '../xml-reader.js';
import { SpreadsheetListener } from './spreadsheet-listener.js';

/** Spreadsheets of OpenDocument: the text of every part, the tables first. */
export async function* readSpreadsheet(path: string): AsyncGenerator<TextPart[], string | undefined> {
  const archive = await ZipArchive.open(path);
  const unread = new Unread();
  try {
    const names = archive.names().filter((name) => name !== 'mimetype' && !/^(META-INF|Thumbnails)\//.test(name));
    const isContent = (name: string) => /(^|\/)content\.xml$/.test(name);
    for (const name of [...names.filter(isContent), ...names.filter((one) => !isContent(one))]) {
      try {
        yield* member(archive, name, unread);
      } catch (error) {
        if (!(error instanceof Unreadable) || error instanceof Exhausted) throw error;
        unread.flaw(error.message);
      }
    }
    return unread.note();
  } finally {
    archive.close();
  }
}

async function* member(archive: ZipArchive, name: string, unread: Unread): AsyncGenerator<TextPart[]> {
  const source = archive.read(name);
  const { head, chunks } = await peeked(source);
  try {
    const kind = memberKind(name, head);
    if (kind === 'picture') unread.picture(archive.sizeOf(name));
    else if (kind === 'object' || kind === 'archive') unread.object(name);
    else if (kind === 'markup' && /(^|\/)content\.xml$/.test(name)) {
      const listener = new SpreadsheetListener();
      try {
        yield* readXml(chunks, listener);
      } finally {
        unread.read(listener.characters);
      }
    } else if (kind === 'markup')
      // Headers, properties and styles: few of their words are meant for readers.
      for await (const parts of readXml(chunks, new TextListener())) yield parts.map((part) => ({ ...part, aside: true }));
  } finally {
    await source.return(undefined);
  }
}
