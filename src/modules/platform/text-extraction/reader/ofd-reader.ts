import path from 'node:path';
import type { TextPart } from '../text-part.js';
import { Unreadable } from '../text-part.js';
import { pageList, readableSigns } from './page-signs.js';
import { resolved } from './office/relationships.js';
import { readXml, type XmlListener } from './xml-reading.js';
import { ZipArchive } from './zip-archive.js';

const ENTRY = 'OFD.xml';

/** Layout documents of the national standard (GB/T 33190): the text of every page, and of the templates under it. */
export async function* readOfd(file: string): AsyncGenerator<TextPart[], string | undefined> {
  const archive = await ZipArchive.open(file);
  try {
    const roots = await textsOf(archive, ENTRY, 'DocRoot');
    if (roots.length === 0) throw new Unreadable('OFD.xml 没有指明文档，文件可能已损坏');
    let number = 0;
    const pictures: number[] = [];
    for (const root of roots.map((location) => resolved('', location))) {
      const pages = new PageList();
      for await (const _ of readXml(archive.read(root), pages));
      const folder = path.posix.dirname(root);
      for (const page of pages.pages) {
        const isPicture = yield* readPage(archive, resolved(folder, page), `第 ${++number} 页`);
        if (isPicture) pictures.push(number);
      }
      // A template stands under many pages and is read once.
      for (const template of pages.templates) yield* readPage(archive, resolved(folder, template), '页面模板');
    }
    for (const name of archive.names(/\/Annot[^/]*\/.*\.xml$/i)) yield* readPage(archive, name, '批注');
    // Pages may be made of drawings that lie among the resources, text and all.
    for (const name of archive.names(/Res[^/]*\.xml$/i)) yield* readPage(archive, name, '页面素材');
    return pictures.length > 0 ? `${pageList(pictures)}只有图像，没有文字层` : undefined;
  } finally {
    archive.close();
  }
}

/** Tells in the end whether it was nothing but a picture. */
async function* readPage(archive: ZipArchive, name: string, place: string): AsyncGenerator<TextPart[], boolean> {
  if (!archive.has(name)) return false;
  const listener = new PageText();
  for await (const _ of readXml(archive.read(name), listener));
  const text = listener.whole();
  if (text !== '') yield [{ place, text }];
  return text === '' && listener.hasImage;
}

/** The contents of all elements of one name. */
async function textsOf(archive: ZipArchive, name: string, element: string): Promise<string[]> {
  const found: string[] = [];
  let inside = false;
  const listener: XmlListener<never> = {
    open: (opened) => {
      if (opened !== element) return;
      inside = true;
      found.push('');
    },
    text: (text) => {
      if (inside) found[found.length - 1] += text.trim();
    },
    close: (closed) => {
      if (closed === element) inside = false;
    },
    take: () => [],
  };
  for await (const _ of readXml(archive.read(name), listener));
  return found;
}

/** Where the pages and templates of a document lie. */
class PageList implements XmlListener<never> {
  readonly pages: string[] = [];
  readonly templates: string[] = [];

  open(name: string, { BaseLoc }: Record<string, string>): void {
    if (name === 'Page' && BaseLoc) this.pages.push(BaseLoc);
    if (name === 'TemplatePage' && BaseLoc) this.templates.push(BaseLoc);
  }

  take(): never[] {
    return [];
  }
}

/** Text objects whose tops differ less than this, in millimetres, stand on one line. */
const SAME_LINE = 1;

/** The text of a page in the order of its objects, an object of the same line joined to the one before. */
class PageText implements XmlListener<never> {
  private words = '';
  private top = Number.NaN;
  private inCode = false;
  hasImage = false;

  open(name: string, { Boundary }: Record<string, string>): void {
    if (name === 'ImageObject') this.hasImage = true;
    if (name === 'TextCode') this.inCode = true;
    if (name !== 'TextObject') return;
    const top = Number(Boundary?.trim().split(/\s+/)[1]);
    if (this.words !== '' && !(Math.abs(top - this.top) < SAME_LINE)) this.words += '\n';
    this.top = top;
  }

  text(text: string): void {
    if (this.inCode) this.words += text;
  }

  close(name: string): void {
    if (name === 'TextCode') this.inCode = false;
  }

  take(): never[] {
    return [];
  }

  whole(): string {
    return readableSigns(this.words).trim();
  }
}
