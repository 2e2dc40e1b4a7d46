import type { FormatCode } from '../accepted-format.js';
import { OleFile } from './ole-file.js';
import { checkWorkbook, docEncrypted, oleKind, pptEncrypted } from './ole-rules.js';
import { inspectSlides } from './inspect-slides.js';
import { Refusal } from '../refusal.js';

const MOST_GLOBALS = 1024 * 1024;

/** What an OLE file is. @throws Refusal */
export function inspectOle(file: string): Promise<FormatCode> {
  return OleFile.with(file, async (ole) => {
    const kind = oleKind(ole.entries.map(({ name }) => name));
    const beginning = async (pattern: RegExp, most: number) => {
      const entry = ole.find(pattern);
      return entry ? ole.beginning(entry, most) : Buffer.alloc(0);
    };
    if (kind === 'doc' && docEncrypted(await beginning(/^WordDocument$/, 64))) throw new Refusal('encrypted');
    if (kind === 'ppt' && pptEncrypted(await beginning(/^Current User$/, 64))) throw new Refusal('encrypted');
    const slides = ole.find(/^PowerPoint Document$/);
    if (kind === 'ppt' && slides) await inspectSlides(ole.content(slides));
    if (kind === 'xls') checkWorkbook(await beginning(/^(Workbook|Book)$/, MOST_GLOBALS));
    return kind;
  });
}
