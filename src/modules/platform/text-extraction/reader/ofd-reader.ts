import { Exhausted, readXml, Unreadable, ZipArchive } from '../../reading/index.js';
import type { TextPart } from '../text-part.js';
import { MarkupListener } from './office/markup-listener.js';
import { memberKind } from './office/member-kind.js';
import { readNested } from './office/package-reader.js';
import { Unread } from './office/unread.js';
import { pageListOf, rootsOf } from './ofd/page-list.js';
import { PageText } from './ofd/page-text.js';
import { pageList } from './page-signs.js';
import { peeked } from './peeked.js';

const ENTRY = 'OFD.xml';
/** A page with an image and fewer characters than this is a scan, with a number or a title on it. */
const FEW = 20;
/** Values and pictures of seals. */
const SEAL = /(^|\/)Signs?\/.*\.(dat|esl|bin)$/i;
/** What may hold text objects beside the pages: annotations, and drawings among the resources. */
const DRAWN = /\/Annot[^/]*\/|Res[^/]*\.xml$|\/Content[^/]*\.xml$/i;

/** Layout documents of the national standard (GB/T 33190): the text of every page, of the templates under it, and of every other part. */
export async function* readOfd(file: string): AsyncGenerator<TextPart[], string | undefined> {
  const archive = await ZipArchive.open(file);
  try {
    const reader = new OfdReader(archive);
    yield* reader.parts();
    return reader.note();
  } finally {
    archive.close();
  }
}

class OfdReader {
  private readonly unread = new Unread();
  private readonly done = new Set<string>();
  private readonly scans: number[] = [];
  private readonly missing: number[] = [];
  private pages = 0;

  constructor(private readonly archive: ZipArchive) {}

  async *parts(): AsyncGenerator<TextPart[]> {
    const roots = await rootsOf(this.archive, this.archive.find(ENTRY) ?? ENTRY);
    if (roots.size === 0) throw new Unreadable('OFD.xml 没有指明文档，文件可能已损坏');
    for (const root of roots) yield* this.noted(this.document(root));
    for (const name of this.archive.names()) if (!this.done.has(name)) yield* this.noted(this.member(name));
  }

  note(): string | undefined {
    if (this.missing.length > 0) this.unread.flaw(`${pageList(this.missing)}缺失`);
    if (this.scans.length > 0) this.unread.flaw(`${pageList(this.scans)}只有图像，没有文字层`);
    return this.unread.note();
  }

  private async *document(root: string): AsyncGenerator<TextPart[]> {
    const { pages, templates } = await pageListOf(this.archive, this.archive.find(root) ?? root);
    for (const page of pages) {
      const number = ++this.pages;
      const name = this.archive.find(page);
      if (name === undefined) this.missing.push(number);
      else yield* this.noted(this.page(name, `第 ${number} 页`, number));
    }
    // A template stands under many pages and is read once.
    for (const template of templates) {
      const name = this.archive.find(template);
      if (name !== undefined) yield* this.noted(this.page(name, '页面模板'));
    }
  }

  private async *page(name: string, place: string, number?: number): AsyncGenerator<TextPart[]> {
    if (this.done.has(name)) return;
    this.done.add(name);
    const listener = new PageText(place);
    yield* readXml(this.archive.read(name), listener);
    const text = listener.whole();
    this.unread.read(text.length);
    if (number !== undefined && listener.hasImage && text.length < FEW) this.scans.push(number);
    if (text !== '') yield [{ place, text }];
  }

  private async *member(name: string): AsyncGenerator<TextPart[]> {
    const source = this.archive.read(name);
    try {
      const { head, chunks } = await peeked(source);
      const kind = memberKind(name, head);
      if (kind === 'markup' && DRAWN.test(name)) yield* this.page(name, /Annot/i.test(name) ? '批注' : '页面素材');
      else if (kind === 'markup') yield* readXml(chunks, new MarkupListener({ place: `部件“${name}”`, aside: true }));
      else if (kind === 'picture' && this.pages === 0) this.unread.picture(this.archive.sizeOf(name));
      else if (kind === 'archive') yield* readNested(this.archive, name, this.unread, '');
      else if (kind === 'object' && !SEAL.test(name)) this.unread.object(name);
    } finally {
      await source.return(undefined);
    }
  }

  /** A part that cannot be read does not keep the others from being read. */
  private async *noted(parts: AsyncGenerator<TextPart[]>): AsyncGenerator<TextPart[]> {
    try {
      yield* parts;
    } catch (error) {
      if (!(error instanceof Unreadable) || error instanceof Exhausted) throw error;
      this.unread.flaw(error.message);
    }
  }
}
