import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { temporaryName } from '../file/index.js';
import { ACCEPTED, type FormatCode, formatFor, isFormat } from './accepted-format.js';
import { ARCHIVE_LIMITS, type ArchiveEntry, type ArchiveLimits } from './archive/archive-entry.js';
import { Growth } from './archive/growth.js';
import { damaged, openArchive, type OpenArchive } from './archive/open-archive.js';
import { endsOf, scanBytes } from './byte-scan.js';
import { checkedName, extensionOf, refuseRunning } from './file-name.js';
import { PARQUET, signatureOf } from './format-signature.js';
import { ARCHIVE_TAIL, checkPictureEnd, endsAsArchive, HiddenContentScan, hidesPdf } from './hidden-content.js';
import { inspectOle } from './office/inspect-ole.js';
import { inspectPackage, packageOf } from './office/inspect-package.js';
import { inspectPdf } from './pdf/inspect-pdf.js';
import { Refusal } from './refusal.js';
import { TextScan } from './text/text-scan.js';

/** What a file is. */
export interface Inspected {
  name: string;
  /** Code of the format table. */
  format: FormatCode;
  mediaType: string;
}

const HEAD = 64 * 1024;
/** Mark, length of the footer, mark: less is no Parquet. */
const LEAST_PARQUET = 12;

/** Data of maps and statistics that may lie in a zip though nothing here knows its insides. */
const PLAIN_DATA =
  /^(shp|shx|dbf|prj|cpg|sbn|sbx|qix|qmd|tif|tiff|bmp|parquet|kml|gml|dat|md|log|ini|ttl|rdf|jsonld|sql|mp3|wav|jfif|webp|emf|wmf)$/;

/** Finds out what a file is by its content, and refuses what could harm whoever opens it. Works on the path with flat memory; one member of an archive is unpacked to `scratch` at a time. */
export class FileInspector {
  constructor(
    private readonly scratch: string,
    private readonly limits: ArchiveLimits = ARCHIVE_LIMITS,
  ) {}

  /** @throws Refusal */
  async inspect(file: string, givenName: string): Promise<Inspected> {
    const name = checkedName(givenName);
    const { size } = await endsOf(file, 0, 0);
    const format = await this.formatOf(file, name, new Growth(size, this.limits), 0);
    if (!format) throw new Refusal('notAccepted', '这种文件');
    return { name, format, mediaType: ACCEPTED[format].mediaType };
  }

  /** Undefined only for a member of a zip that is plain data. */
  private async formatOf(file: string, name: string, growth: Growth, depth: number): Promise<FormatCode | undefined> {
    refuseRunning(name);
    const extension = extensionOf(name);
    const { head, tail, size } = await endsOf(file, HEAD, ARCHIVE_TAIL);
    if (size === 0) throw new Refusal('empty');
    const signature = await signatureOf(head);
    if (hidesPdf(head) && signature !== 'zip') throw new Refusal('polyglot', 'PDF');
    if (signature !== 'zip' && signature !== 'ole' && endsAsArchive(tail)) throw new Refusal('polyglot', '结尾附有压缩包');
    if (signature === undefined || (depth > 0 && PLAIN_DATA.test(extension) && !['zip', 'ole', 'pdf'].includes(signature))) {
      if (depth > 0 && PLAIN_DATA.test(extension)) return undefined;
      throw isFormat(extension)
        ? new Refusal('contradiction', `扩展名是 .${extension}，内容却不是`)
        : new Refusal('notAccepted', extension ? ` .${extension} 文件` : '这种文件');
    }
    const content = await this.contentOf(file, signature, growth, depth, tail);
    if (extension !== '' && !isKnownExtension(extension)) throw new Refusal('notAccepted', ` .${extension} 文件`);
    const format = formatFor(extension, content);
    if (['csv', 'tsv', 'txt', 'json', 'jsonl', 'geojson', 'xml', 'html'].includes(format)) await scanBytes(file, new TextScan(format));
    return format;
  }

  private async contentOf(file: string, signature: FormatCode | 'ole', growth: Growth, depth: number, tail: Buffer): Promise<FormatCode> {
    switch (signature) {
      case 'ole':
        return inspectOle(file);
      case 'zip':
        return this.archive(file, growth, depth);
      case 'pdf':
        await inspectPdf(file);
        return 'pdf';
      case 'png':
      case 'jpg':
      case 'gif':
      case 'mp4':
        checkPictureEnd(signature, tail);
        await scanBytes(file, new HiddenContentScan());
        return signature;
      case 'parquet':
        if (tail.length < LEAST_PARQUET || !tail.subarray(-4).equals(PARQUET)) throw new Refusal('damaged', 'Parquet 没有结尾');
        return 'parquet';
      default:
        return signature;
    }
  }

  /** What a zip is: an Office or OFD file, whose parts follow rules of their own, or an archive, whose members are looked at one by one. */
  private async archive(file: string, growth: Growth, depth: number): Promise<FormatCode> {
    const archive = await openArchive(file, growth.limits);
    try {
      growth.enter(archive.entries.length, depth);
      const unpacked = (entry: ArchiveEntry, name: string) => this.member(archive, entry, name, growth, depth);
      const kind = packageOf(archive.entries.map(({ name }) => name));
      if (kind) return await inspectPackage(kind, archive, growth, unpacked);
      const files = archive.entries.filter(({ directory }) => !directory);
      if (files.length === 0) throw new Refusal('empty');
      for (const entry of files) await unpacked(entry, entry.name.split(/[\\/]/).at(-1)!);
      return 'zip';
    } catch (error) {
      throw damaged(error);
    } finally {
      archive.close();
    }
  }

  /** Unpacks one member and looks at it as at a file of its own. */
  private async member(archive: OpenArchive, entry: ArchiveEntry, name: string, growth: Growth, depth: number): Promise<void> {
    const place = path.join(this.scratch, temporaryName('member'));
    await mkdir(place, { recursive: true });
    try {
      const file = path.join(place, 'member');
      const counted = async function* (source: AsyncIterable<Buffer>) {
        for await (const chunk of source) {
          growth.take(chunk);
          yield chunk;
        }
      };
      await pipeline(await archive.read(entry), counted, createWriteStream(file));
      await this.formatOf(file, checkedName(name), growth, depth + 1);
    } catch (error) {
      const shown = damaged(error);
      // An empty file in an archive harms nobody.
      if (shown instanceof Refusal && shown.rule === 'empty' && shown.place.length === 0) return;
      throw shown instanceof Refusal ? shown.within(entry.name) : shown;
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  }
}

const EXTENSIONS = new Set<string>(Object.values(ACCEPTED).flatMap(({ extensions }) => extensions));

const isKnownExtension = (extension: string) => EXTENSIONS.has(extension);
