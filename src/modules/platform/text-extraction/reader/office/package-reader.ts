import { Exhausted, readXml, Unreadable, ZipArchive } from '../../../reading/index.js';
import type { TextPart } from '../../text-part.js';
import { peeked } from '../peeked.js';
import { MarkupListener } from './markup-listener.js';
import { memberKind } from './member-kind.js';
import { type Outline, outlineOf } from './outline.js';
import { placeOf } from './part-kind.js';
import { mainPart, type Part, partsInOrder } from './part-order.js';
import { RootListener } from './root-listener.js';
import { SheetListener } from './sheet-listener.js';
import { Unread } from './unread.js';

/** Packages in packages in packages are read as far as this. */
const MOST_DEPTH = 2;
const MOST_NESTED_BYTES = 64 * 1024 ** 2;
const SHEETS = new Set(['worksheet', 'chartsheet', 'dialogsheet']);

/** Word documents, spreadsheets and presentations (ECMA-376): the text of every part, under whatever name it lies. */
export async function* readOffice(path: string): AsyncGenerator<TextPart[], string | undefined> {
  const archive = await ZipArchive.open(path);
  const unread = new Unread();
  try {
    yield* new PackageReader(archive, unread, '', 1).parts();
    return unread.note();
  } finally {
    archive.close();
  }
}

/** Reads a file that lies inside another; what cannot be read of it is noted. */
export async function* readNested(outer: ZipArchive, name: string, unread: Unread, at: string, depth = 1): AsyncGenerator<TextPart[]> {
  if (depth > MOST_DEPTH || outer.sizeOf(name) > MOST_NESTED_BYTES) return unread.object(name);
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of outer.read(name)) {
    bytes += chunk.length;
    if (bytes > MOST_NESTED_BYTES) return unread.object(name);
    chunks.push(chunk);
  }
  const archive = await ZipArchive.open(Buffer.concat(chunks), { unpacked: outer.unpacked }).catch(() => undefined);
  if (!archive || (await mainPart(archive)) === undefined) return unread.object(name);
  try {
    yield* new PackageReader(archive, unread, `${at}嵌入的“${name.slice(name.lastIndexOf('/') + 1)}”：`, depth + 1).parts();
  } finally {
    archive.close();
  }
}

/** One package, part by part. A part that cannot be read does not keep the others from being read. */
class PackageReader {
  private outline!: Outline;

  constructor(
    private readonly archive: ZipArchive,
    private readonly unread: Unread,
    /** Where the package lies. */
    private readonly at: string,
    private readonly depth: number,
  ) {}

  async *parts(): AsyncGenerator<TextPart[]> {
    const main = await mainPart(this.archive);
    if (main === undefined) this.unread.flaw('里面没有文档，没有文字可读，文件可能已损坏');
    this.outline = await this.noted(outlineOf(this.archive, main), {});
    const { seeds = [], context } = this.outline;
    const order = await partsInOrder(
      this.archive,
      main ?? '',
      seeds.map(({ part }) => part),
    );
    for (const part of order) {
      try {
        yield* this.placed(this.part(part));
      } catch (error) {
        if (!(error instanceof Unreadable) || error instanceof Exhausted) throw error;
        this.unread.flaw(error.message);
      }
    }
    if (context) yield* this.placed([[...context.strings.left()]]);
    if (context?.strings.full) this.unread.flaw('共享字符串过多，有的单元格没有读取');
  }

  private async *part(part: Part): AsyncGenerator<TextPart[]> {
    const { name } = part;
    if (name === this.outline.strings) return;
    const source = this.archive.read(name);
    const { head, chunks } = await peeked(source);
    try {
      const kind = memberKind(name, head);
      if (kind === 'markup') yield* this.markup(part, chunks);
      else if (kind === 'picture' && part.relation !== 'thumbnail') this.unread.picture(this.archive.sizeOf(name), this.slideOf(part));
      else if (kind === 'archive') yield* readNested(this.archive, name, this.unread, '', this.depth);
      else if (kind === 'object') this.unread.object(name);
    } finally {
      await source.return(undefined);
    }
  }

  private async *markup(part: Part, chunks: AsyncIterable<Buffer>): AsyncGenerator<TextPart[]> {
    const seed = part.seed === undefined ? undefined : this.outline.seeds?.[part.seed];
    const isSeed = seed?.part === part.name;
    if (isSeed && seed.title !== undefined) yield [{ place: '工作表名', text: seed.title }];
    const listener = new RootListener((root) =>
      this.outline.context && SHEETS.has(root)
        ? new SheetListener((isSeed && seed.title) || part.name, this.outline.context)
        : new MarkupListener(placeOf(root, part.name, seed?.place ?? '')),
    );
    try {
      yield* readXml(chunks, listener);
    } finally {
      this.unread.read(listener.characters, this.slideOf(part));
    }
  }

  private slideOf({ seed }: Part): number | undefined {
    return seed === undefined || this.outline.context ? undefined : seed + 1;
  }

  private async *placed(batches: AsyncIterable<TextPart[]> | Iterable<TextPart[]>): AsyncGenerator<TextPart[]> {
    for await (const parts of batches) {
      if (this.at === '') yield parts;
      else yield parts.map((part) => ({ ...part, place: this.at + part.place }));
    }
  }

  private async noted<T>(work: Promise<T>, otherwise: T): Promise<T> {
    return work.catch((error: unknown) => {
      if (!(error instanceof Unreadable) || error instanceof Exhausted) throw error;
      this.unread.flaw(error.message);
      return otherwise;
    });
  }
}
