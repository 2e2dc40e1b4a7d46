import type { FormatCode } from '../accepted-format.js';
import { Refusal } from '../refusal.js';

/** What an OLE file is by the names of its streams. Pure. @throws Refusal for macros, embedded programs, encryption and what is no Office file */
export function oleKind(names: readonly string[]): FormatCode {
  const has = (pattern: RegExp) => names.find((name) => pattern.test(name));
  if (has(/^(EncryptedPackage|EncryptionInfo|EncryptedSummary)$/i)) throw new Refusal('encrypted');
  const macro = has(/^(VBA|_VBA_PROJECT|_VBA_PROJECT_CUR|Macros|PROJECTwm)$/i);
  if (macro) throw new Refusal('macro', macro);
  if (has(/^.Ole10Native$/i)) throw new Refusal('activeContent', '嵌入的文件');
  if (has(/^WordDocument$/)) return 'doc';
  if (has(/^(Workbook|Book)$/)) return 'xls';
  if (has(/^PowerPoint Document$/)) return 'ppt';
  if (has(/^__(substg|properties)/)) throw new Refusal('notAccepted', 'Outlook 邮件');
  throw new Refusal('notAccepted', '这种 OLE 文件');
}

/** Whether the head of a Word document says it is encrypted (MS-DOC, FibBase). Pure. */
export const docEncrypted = (fib: Buffer): boolean => fib.length >= 12 && (fib.readUInt16LE(10) & 0x0100) !== 0;

/** Whether the token of a presentation says it is encrypted (MS-PPT, CurrentUserAtom). Pure. */
export const pptEncrypted = (currentUser: Buffer): boolean => currentUser.length >= 16 && currentUser.readUInt32LE(12) === 0xf3d1c4df;

const FILEPASS = 0x2f;
const BOUNDSHEET = 0x85;
const END_OF_GLOBALS = 0x0a;
const MACRO_SHEET = 1;

/** Walks the global records of a workbook (MS-XLS). Pure. @throws Refusal for passwords and Excel 4 macro sheets */
export function checkWorkbook(bytes: Buffer): void {
  for (let at = 0; at + 4 <= bytes.length; at += 4 + bytes.readUInt16LE(at + 2)) {
    const record = bytes.readUInt16LE(at);
    if (record === FILEPASS) throw new Refusal('encrypted');
    if (record === BOUNDSHEET && bytes[at + 9] === MACRO_SHEET) throw new Refusal('macro', 'Excel 4.0 宏表');
    if (record === END_OF_GLOBALS) return;
  }
}
