import { Refusal } from '../refusal.js';

/** One member of a zip as its directory lists it. */
export interface ArchiveEntry {
  name: string;
  directory: boolean;
  encrypted: boolean;
  symlink: boolean;
  method: number;
  compressedSize: number;
  /** As the directory says, which proves nothing. */
  uncompressedSize: number;
  /** Where its local header begins. */
  offset: number;
}

/** What an archive, with all that is nested in it, may grow to. */
export interface ArchiveLimits {
  entries: number;
  bytes: number;
  /** Growth from which on an archive is a bomb, and the size below which growth does not matter. */
  ratio: number;
  ratioFrom: number;
  depth: number;
}

export const ARCHIVE_LIMITS: ArchiveLimits = {
  entries: 10_000,
  bytes: 8 * 1024 ** 3,
  ratio: 150,
  ratioFrom: 50 * 1024 ** 2,
  depth: 2,
};

/** A name out of a zip: UTF-8 where it is, GB18030 as Chinese Windows writes it otherwise. Pure. */
export function decodedName(raw: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
  } catch {
    return new TextDecoder('gb18030').decode(raw);
  }
}

/** Refuses a member by what the directory says of it. Pure. @throws Refusal */
export function checkEntry(entry: ArchiveEntry): void {
  const { name, encrypted, symlink, method } = entry;
  const parts = name.split(/[\\/]/);
  if (/^[\\/]|^[a-z]:/i.test(name) || parts.includes('..') || name.includes('\0') || name === '') throw new Refusal('zipPath', `“${name}”`);
  if (symlink) throw new Refusal('zipLink', `“${name}”`);
  if (encrypted) throw new Refusal('encrypted');
  if (method !== 0 && method !== 8) throw new Refusal('zipMethod', String(method));
}

/** Refuses an archive by what its directory says of all members together. Pure. @throws Refusal */
export function checkDirectory(entries: readonly ArchiveEntry[], fileSize: number, directoryOffset: number, limits: ArchiveLimits): void {
  if (entries.length > limits.entries) throw new Refusal('zipEntries', `超过 ${limits.entries} 个`);
  const seen = new Set<string>();
  for (const entry of entries) {
    checkEntry(entry);
    const key = entry.name.replaceAll('\\', '/').replace(/\/$/, '').normalize('NFC').toLowerCase();
    if (seen.has(key)) throw new Refusal('zipDuplicate', `“${entry.name}”`);
    seen.add(key);
  }
  checkGrowth(
    entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0),
    fileSize,
    limits,
  );
  checkLayout(entries, directoryOffset);
}

/** Refuses what grows too much; `bytes` is declared at first, counted later. Pure. @throws Refusal */
export function checkGrowth(bytes: number, fileSize: number, { bytes: most, ratio, ratioFrom }: ArchiveLimits): void {
  if (bytes > most) throw new Refusal('zipBomb', `超过 ${Math.round(most / 1024 ** 2)} MB`);
  if (bytes > ratioFrom && bytes > fileSize * ratio) throw new Refusal('zipBomb', `是压缩包的 ${Math.round(bytes / fileSize)} 倍`);
}

/** Room for the header of a member and what some programs write behind it. */
const SLACK = 4096;

/** Members follow one another from the first byte to the directory: no overlap (a bomb of few bytes), nothing before or hidden between. */
function checkLayout(entries: readonly ArchiveEntry[], directoryOffset: number): void {
  const ordered = [...entries].sort((one, other) => one.offset - other.offset);
  let end = 0;
  for (const [index, { offset, compressedSize, name }] of ordered.entries()) {
    if (index === 0 && offset !== 0) throw new Refusal('polyglot', '压缩包前面还有内容');
    if (offset < end) throw new Refusal('zipBomb', `“${name}”与别的成员重叠`);
    if (offset > end + SLACK) throw new Refusal('polyglot', '压缩包里有目录没有列出的内容');
    end = offset + 30 + compressedSize;
  }
  if (end > directoryOffset || directoryOffset > end + SLACK) throw new Refusal('polyglot', '压缩包里有目录没有列出的内容');
}
