import { Refusal } from '../refusal.js';

/** Encodings in which a “<!DOCTYPE” reads as one, byte by byte. */
const READABLE = /^(utf-?8|utf-?16(le|be)?|gbk|gb2312|gb18030|big5|us-ascii|ascii|iso-8859-\d+|windows-125\d)$/i;

const CARRY = 64;

/** Looks at the bytes of an XML file as they pass and refuses DTDs and entities: what makes XML dangerous to read. */
export class XmlGuard {
  private carried = '';
  private begun = false;

  /** @throws Refusal */
  take(chunk: Buffer): void {
    // UTF-16 is ASCII with NULs in between, which leaves one check for all.
    const text = this.carried + chunk.toString('latin1').replaceAll('\0', '');
    if (!this.begun && text.length >= CARRY) this.checkEncoding(text);
    const found = /<!(DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.exec(text)?.[0];
    if (found) throw new Refusal('doctype', found);
    this.carried = text.slice(-CARRY);
  }

  private checkEncoding(text: string): void {
    this.begun = true;
    const encoding = /^\W{0,3}<\?xml[^>]*?encoding\s*=\s*["']([^"']*)/i.exec(text)?.[1];
    if (encoding !== undefined && !READABLE.test(encoding)) throw new Refusal('doctype', `无法检查的编码 ${encoding}`);
    // EBCDIC writes “<?xml” as 4C 6F A7 94.
    if (text.startsWith('Lo§')) throw new Refusal('doctype', '无法检查的编码 EBCDIC');
  }
}
