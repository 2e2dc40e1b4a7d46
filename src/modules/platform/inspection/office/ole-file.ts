import { open, type FileHandle } from 'node:fs/promises';
import { Refusal } from '../refusal.js';

/** One stream or storage of an OLE file (MS-CFB). */
export interface OleEntry {
  name: string;
  storage: boolean;
  size: number;
  start: number;
}

const END = 0xfffffffa;
const MOST_ENTRIES = 20_000;
const MINI_SECTOR = 64;
const MINI_CUTOFF = 4096;
/** Sectors read at once where they follow one another. */
const MOST_RUN = 512;

/** Reads the directory and the beginnings of streams of an OLE compound file, sector by sector; a chain that runs in a circle ends at a limit. */
export class OleFile {
  readonly entries: OleEntry[] = [];
  private table?: { number: number; content: Buffer };

  private constructor(
    private readonly handle: FileHandle,
    private readonly sectorSize: number,
    private readonly fatSectors: number[],
    private readonly miniFatStart: number,
    /** How many sectors there can be: no chain is longer, whatever it claims. */
    private readonly sectors: number,
  ) {}

  /** Opens, shows to `work` and closes. @throws Refusal */
  static async with<T>(file: string, work: (ole: OleFile) => Promise<T>): Promise<T> {
    const handle = await open(file);
    try {
      const header = Buffer.alloc(512);
      if ((await handle.read(header, 0, 512, 0)).bytesRead < 512) throw new Refusal('damaged', 'OLE 文件头不完整');
      const shift = header.readUInt16LE(30);
      if (shift !== 9 && shift !== 12) throw new Refusal('damaged', 'OLE 文件头有误');
      // The standard knows no other boundary; another one would make readers look in different places.
      if (header.readUInt32LE(56) !== MINI_CUTOFF) throw new Refusal('damaged', 'OLE 文件头有误');
      const { size } = await handle.stat();
      const fat = Array.from({ length: 109 }, (_, index) => header.readUInt32LE(76 + index * 4)).filter((sector) => sector < END);
      const ole = new OleFile(handle, 1 << shift, fat, header.readUInt32LE(60), Math.ceil(size / (1 << shift)));
      await ole.readFatList(header.readUInt32LE(68), header.readUInt32LE(44));
      await ole.readDirectory(header.readUInt32LE(48));
      return await work(ole);
    } finally {
      await handle.close();
    }
  }

  find(pattern: RegExp): OleEntry | undefined {
    return this.entries.find(({ name }) => pattern.test(name));
  }

  /** Up to `most` bytes from the beginning of a stream. */
  async beginning({ start, size }: OleEntry, most: number): Promise<Buffer> {
    const wanted = Math.min(size, most);
    if (size >= MINI_CUTOFF) return (await this.chain(start, Math.ceil(wanted / this.sectorSize))).subarray(0, wanted);
    const root = this.entries[0]!;
    const parts: Buffer[] = [];
    for (let sector = start; sector < END && parts.length * MINI_SECTOR < wanted; sector = await this.nextMini(sector))
      parts.push(await this.within(root.start, sector * MINI_SECTOR, MINI_SECTOR));
    return Buffer.concat(parts).subarray(0, wanted);
  }

  /** The whole of a stream, run by run. */
  async *content(entry: OleEntry): AsyncGenerator<Buffer> {
    if (entry.size < MINI_CUTOFF) {
      yield await this.beginning(entry, entry.size);
      return;
    }
    let left = Math.min(entry.size, this.sectors * this.sectorSize);
    for (let sector = entry.start; sector < END && left > 0;) {
      let count = 1;
      let following = await this.next(sector);
      while (following === sector + count && count < MOST_RUN && count * this.sectorSize < left) {
        following = await this.next(sector + count);
        count += 1;
      }
      const run = await this.bytes((sector + 1) * this.sectorSize, count * this.sectorSize);
      yield run.subarray(0, left);
      left -= run.length;
      sector = following;
    }
  }

  /** Files of more than about 7 MB list further sectors of their table in a chain of its own. */
  private async readFatList(first: number, count: number): Promise<void> {
    const perSector = this.sectorSize / 4 - 1;
    for (let sector = first; sector < END && this.fatSectors.length < Math.min(count, this.sectors);) {
      const list = await this.sector(sector);
      for (let index = 0; index < perSector; index++)
        if (list.readUInt32LE(index * 4) < END) this.fatSectors.push(list.readUInt32LE(index * 4));
      const next = list.readUInt32LE(perSector * 4);
      if (next === sector) break;
      sector = next;
    }
  }

  private async readDirectory(start: number): Promise<void> {
    const most = Math.ceil((MOST_ENTRIES * 128) / this.sectorSize);
    const bytes = await this.chain(start, most);
    if (bytes.length >= most * this.sectorSize) throw new Refusal('damaged', 'OLE 目录过大');
    for (let at = 0; at + 128 <= bytes.length; at += 128) {
      const type = bytes[at + 66]!;
      const length = bytes.readUInt16LE(at + 64);
      if (type === 0 || length < 2 || length > 64) continue;
      this.entries.push({
        name: bytes.toString('utf16le', at, at + length - 2),
        storage: type === 1,
        start: bytes.readUInt32LE(at + 116),
        size: bytes.readUInt32LE(at + 120),
      });
    }
    if (this.entries.length === 0) throw new Refusal('damaged', 'OLE 目录是空的');
  }

  private async chain(start: number, most: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let sector = start; sector < END && parts.length < most; sector = await this.next(sector)) parts.push(await this.sector(sector));
    return Buffer.concat(parts);
  }

  /** Bytes at a place of the stream that begins at `start`. */
  private async within(start: number, offset: number, length: number): Promise<Buffer> {
    let sector = offset / this.sectorSize > this.sectors ? END : start;
    for (let skip = Math.floor(offset / this.sectorSize); skip > 0 && sector < END; skip--) sector = await this.next(sector);
    if (sector >= END) return Buffer.alloc(0);
    const at = offset % this.sectorSize;
    return (await this.sector(sector)).subarray(at, at + length);
  }

  private async nextMini(sector: number): Promise<number> {
    const entry = await this.within(this.miniFatStart, sector * 4, 4);
    return entry.length === 4 ? entry.readUInt32LE(0) : END;
  }

  private async next(sector: number): Promise<number> {
    const perSector = this.sectorSize / 4;
    const table = this.fatSectors[Math.floor(sector / perSector)];
    if (table === undefined) return END;
    // Neighbours stand in the same table: the last one is at hand.
    if (this.table?.number !== table) this.table = { number: table, content: await this.sector(table) };
    return this.table.content.readUInt32LE((sector % perSector) * 4);
  }

  private sector(number: number): Promise<Buffer> {
    return this.bytes((number + 1) * this.sectorSize, this.sectorSize);
  }

  private async bytes(position: number, length: number): Promise<Buffer> {
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await this.handle.read(buffer, 0, length, position);
    if (bytesRead === 0) throw new Refusal('damaged', 'OLE 文件缺少一段');
    return buffer;
  }
}
