import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { Exhausted, Unreadable } from './unreadable.js';

const MOST_ENTRIES = 50_000;
/** Unpacked bytes of one file, with all that is nested in it, that are read at all: a spreadsheet of a million rows has a tenth of it. */
const MOST_BYTES = 1024 ** 3;

/** How a zip is read. */
export interface ZipReading {
  /** Shared with the archives nested in this one. */
  unpacked?: { bytes: number };
  /** Called instead of the limit of 1 GB for all members: what has come out of a member so far, and its packed size. @throws Unreadable */
  guard?: (bytes: number, packed: number) => void;
}

/** The members of an OOXML or OFD file, read with the bytes counted that really come out. */
export class ZipArchive {
  private readonly lower = new Map<string, string>();

  private constructor(
    private readonly file: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    readonly unpacked: { bytes: number },
    private readonly guard: ZipReading['guard'],
  ) {
    for (const name of entries.keys()) if (!this.lower.has(name.toLowerCase())) this.lower.set(name.toLowerCase(), name);
  }

  static async open(source: string | Buffer, { unpacked = { bytes: 0 }, guard }: ZipReading = {}): Promise<ZipArchive> {
    const entries = new Map<string, Entry>();
    const options = { autoClose: false };
    const opened = typeof source === 'string' ? yauzl.openPromise(source, options) : yauzl.fromBufferPromise(source, options);
    const file = await opened.catch(() => {
      throw new Unreadable('不是完整的压缩结构：文件可能已损坏，或设有打开密码');
    });
    try {
      for await (const entry of file.eachEntry()) {
        if (entries.size >= MOST_ENTRIES) throw new Unreadable(`其中的文件超过 ${MOST_ENTRIES} 个，没有读取`);
        if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry);
      }
    } catch (error) {
      file.close();
      throw error instanceof Unreadable ? error : new Unreadable('压缩结构有错误，文件可能已损坏');
    }
    return new ZipArchive(file, entries, unpacked, guard);
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The member of a name, whatever its case: names of parts do not differ by it (ECMA-376 Part 2, 6.2.2). */
  find(name: string): string | undefined {
    return this.entries.has(name) ? name : this.lower.get(name.toLowerCase());
  }

  /** Size of a member, as the directory says, which proves nothing. */
  sizeOf(name: string): number {
    return this.entries.get(name)?.uncompressedSize ?? 0;
  }

  /** Names of files that match, in the order of their numbers. */
  names(pattern = /[^/]$/): string[] {
    return [...this.entries.keys()].filter((name) => pattern.test(name)).sort(byNumbers);
  }

  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (!entry) throw new Unreadable(`缺少“${name}”，文件可能已损坏`);
    if (entry.isEncrypted()) throw new Unreadable('文件设有密码，读不出文字');
    let stream: Readable | undefined;
    let member = 0;
    try {
      stream = await this.file.openReadStreamPromise(entry);
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        this.unpacked.bytes += chunk.length;
        member += chunk.length;
        if (this.guard) this.guard(member, entry.compressedSize);
        else if (this.unpacked.bytes > MOST_BYTES) throw new Exhausted('解压后超过 1 GB，后面的没有读取');
        yield chunk;
      }
    } catch (error) {
      throw error instanceof Unreadable ? error : new Unreadable('压缩内容有错误，文件可能已损坏');
    } finally {
      stream?.destroy();
    }
  }

  close(): void {
    this.file.close();
  }
}

const byNumbers = new Intl.Collator('en', { numeric: true }).compare;
