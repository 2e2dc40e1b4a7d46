import { Refusal } from '../refusal.js';
import type { FormatCode } from '../accepted-format.js';
import { commandFormula } from './command-formula.js';
import { utf16Of } from './text-kind.js';
import { XmlGuard } from './xml-guard.js';

const CARRY = 512;

/** Looks at the whole of a text as it passes: still text to its end, no DTD in XML, no cell that starts a program in a table. */
export class TextScan {
  private carried = '';
  private readonly guard?: XmlGuard;
  private utf16?: boolean;

  constructor(private readonly format: FormatCode) {
    if (format === 'xml') this.guard = new XmlGuard();
  }

  /** @throws Refusal */
  take(chunk: Buffer): void {
    this.utf16 ??= utf16Of(chunk) !== undefined;
    if (!this.utf16 && chunk.includes(0)) throw new Refusal('contradiction', '名为文本，里面却有二进制内容');
    this.guard?.take(chunk);
    if (!['csv', 'tsv', 'txt'].includes(this.format)) return;
    // Only a bar makes such a cell, and few tables have any: the rest is not even decoded.
    if (chunk.includes(0x7c) || this.carried !== '') {
      const text = this.carried + chunk.toString('latin1').replaceAll('\0', '');
      const found = commandFormula(text);
      if (found) throw new Refusal('commandFormula', `${found}|…`);
    }
    this.carried = chunk.subarray(-CARRY).toString('latin1').replaceAll('\0', '');
    if (!/[=+@-]/.test(this.carried)) this.carried = '';
  }
}
