import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { Refusal } from '../refusal.js';
import { type ArchiveEntry, type ArchiveLimits, checkDirectory, decodedName } from './archive-entry.js';

/** An open zip whose directory has been checked. */
export interface OpenArchive {
  entries: readonly ArchiveEntry[];
  read: (entry: ArchiveEntry) => Promise<Readable>;
  close: () => void;
}

/** The directory is held in memory, whatever the size of the file. */
const MOST_DIRECTORY = 16 * 1024 ** 2;

const S_IFMT = 0xf000;
const S_IFLNK = 0xa000;
const UNIX = 3;

/** Opens a zip and reads its directory. @throws Refusal */
export async function openArchive(file: string, limits: ArchiveLimits): Promise<OpenArchive> {
  const zip = await yauzl.openPromise(file, { decodeStrings: false, autoClose: false }).catch((error: unknown) => {
    throw damaged(error);
  });
  try {
    // Where the directory begins, before the first member is read from it.
    const directoryOffset = zip.readEntryCursor as unknown as number;
    if (zip.entryCount > limits.entries) throw new Refusal('zipEntries', `${zip.entryCount} 个，最多 ${limits.entries} 个`);
    if (zip.fileSize - directoryOffset > MOST_DIRECTORY) throw new Refusal('zipEntries', '目录过大');
    const known = new Map<ArchiveEntry, yauzl.Entry>();
    for await (const entry of zip.eachEntry()) known.set(described(entry), entry);
    const entries = [...known.keys()];
    checkDirectory(entries, zip.fileSize, directoryOffset, limits);
    const read = async (wanted: ArchiveEntry) => {
      const entry = known.get(wanted)!;
      const { fileName } = await zip.readLocalFileHeaderPromise(entry);
      // Readers that go from member to member would unpack it under the other name.
      if (!fileName.equals(entry.fileNameRaw)) throw new Refusal('polyglot', '压缩包目录与内容的名称不一致');
      return zip.openReadStreamPromise(entry);
    };
    return { entries, read, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw damaged(error);
  }
}

function described(entry: yauzl.Entry): ArchiveEntry {
  const name = decodedName(entry.fileNameRaw);
  const mode = entry.versionMadeBy >> 8 === UNIX ? entry.externalFileAttributes >>> 16 : 0;
  return {
    name,
    directory: /[\\/]$/.test(name),
    encrypted: entry.isEncrypted(),
    symlink: (mode & S_IFMT) === S_IFLNK,
    method: entry.compressionMethod,
    compressedSize: entry.compressedSize,
    uncompressedSize: entry.uncompressedSize,
    offset: entry.relativeOffsetOfLocalHeader,
  };
}

/** What the zip library cannot read, no reader reads well. */
export function damaged(error: unknown): unknown {
  if (error instanceof Refusal || isSystemError(error)) return error;
  if (/strong encryption/.test((error as Error).message)) return new Refusal('encrypted');
  if (/too many bytes in the stream/.test((error as Error).message)) return new Refusal('zipBomb', '比目录里写的大');
  return new Refusal('damaged', (error as Error).message.slice(0, 60));
}

/** The disk or the machine is at fault, not the file. */
const isSystemError = (error: unknown) =>
  /^E[A-Z]+$/.test((error as NodeJS.ErrnoException).code ?? '') && (error as NodeJS.ErrnoException).syscall !== undefined;
