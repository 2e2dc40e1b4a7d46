import { fileTypeFromBuffer } from 'file-type/core';
import type { FormatCode } from './accepted-format.js';
import { Refusal } from './refusal.js';
import { looksLikeText, textKind } from './text/text-kind.js';

/** What the first bytes of a file say it is; `zip` and `ole` must be opened to know more. */
export type Signature = FormatCode | 'ole';

/** Stands at both ends of a Parquet file; another word where its footer is encrypted. */
export const PARQUET = Buffer.from('PAR1');
const ENCRYPTED_PARQUET = Buffer.from('PARE');

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** Programs by their first bytes. */
const PROGRAMS: [Buffer, string][] = [
  [Buffer.from('MZ'), 'Windows 程序'],
  [Buffer.from('\x7fELF', 'latin1'), 'Linux 程序'],
  [Buffer.from('cffaedfe', 'hex'), 'macOS 程序'],
  [Buffer.from('cefaedfe', 'hex'), 'macOS 程序'],
  [Buffer.from('cafebabe', 'hex'), 'Java 程序'],
  [Buffer.from('4c0000000114020000000000c0', 'hex'), 'Windows 快捷方式'],
  [Buffer.from('dex\n'), 'Android 程序'],
  [Buffer.from('\0asm', 'latin1'), 'WebAssembly 程序'],
];

const ARCHIVES = /^(rar|7z|gz|tar|bz2|xz|zst|lz|lzh|cab|arj|Z|cpio|ar|ace|tar\.gz)$/;
const BY_EXTENSION: Record<string, FormatCode> = {
  pdf: 'pdf',
  png: 'png',
  apng: 'png',
  jpg: 'jpg',
  gif: 'gif',
  mp4: 'mp4',
  m4v: 'mp4',
  zip: 'zip',
};

/** What a file is by its beginning; undefined where nothing is known of it. @throws Refusal for programs, scripts and archives that cannot be opened */
export async function signatureOf(head: Buffer): Promise<Signature | undefined> {
  const program = PROGRAMS.find(([signature]) => head.subarray(0, signature.length).equals(signature));
  if (program) throw new Refusal('executable', program[1]);
  if (head.subarray(0, 8).equals(OLE)) return 'ole';
  // Office and OFD files too: their members tell which.
  if (head.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1')) || head.subarray(0, 4).equals(Buffer.from('PK\x05\x06', 'latin1')))
    return 'zip';
  if (head.subarray(0, 4).equals(PARQUET)) return 'parquet';
  if (head.subarray(0, 4).equals(ENCRYPTED_PARQUET)) throw new Refusal('encrypted');
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  const binary = found && !looksLikeText(head) ? found : undefined;
  if (binary && ARCHIVES.test(binary.ext)) throw new Refusal('notAccepted', ` ${binary.ext} 压缩包（里面无法检查，请改用 zip）`);
  if (head.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf';
  const known = binary && BY_EXTENSION[binary.ext];
  if (known) return known;
  if (binary) {
    if (/^application\/x-(msdownload|elf|mach-binary|executable|shockwave-flash|ms-shortcut)/.test(binary.mime))
      throw new Refusal('executable', binary.ext);
    return undefined;
  }
  return looksLikeText(head) ? textKind(head) : undefined;
}
