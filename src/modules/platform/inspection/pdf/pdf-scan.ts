import { Refusal } from '../refusal.js';
import { checkPdfText, unescapedNames } from './pdf-rules.js';

/** An object stream: objects hide in it, compressed. */
export interface ObjectStream {
  /** Of its first byte. */
  offset: number;
  /** Packed as programs pack them, so that what is in it can be read. */
  readable: boolean;
}

const CARRY = 4096;
/** A page takes a few streams; a file of nothing but their beginnings would keep us busy for hours. */
const MOST_MARKS = 500_000;
/** What is looked at twice, so that nothing is lost between two chunks. */
const SEAM = 64;
const MARK = /\bstream(?:\r\n|\n|\r(?!\n))(?=[\s\S])/g;
/** Names too long to stand in compressed bytes by chance: they are looked for everywhere. */
const LONG = /\/(JavaScript|Launch|RichMedia|EmbeddedFiles?|ImportData)\b/g;

/** Looks at a PDF as it passes, and notes where its object streams begin. */
export class PdfScan {
  private readonly noted = new Map<number, ObjectStream>();
  private carried = '';
  private from = 0;
  private offset = 0;
  private inStream = false;
  private marks = 0;

  get objectStreams(): ObjectStream[] {
    return [...this.noted.values()];
  }

  /** @throws Refusal */
  take(chunk: Buffer): void {
    const text = this.carried + chunk.toString('latin1');
    const base = this.offset - this.carried.length;
    for (const [name] of unescapedNames(text.slice(this.from)).matchAll(LONG)) checkPdfText(name);
    // Every mark counts, also one that a comment or a string pretends: behind a pretended one a true one could hide.
    MARK.lastIndex = this.from;
    for (let found = MARK.exec(text); found; found = MARK.exec(text))
      this.note(text.slice(Math.max(0, found.index - CARRY), found.index), base + found.index + found[0].length);
    const done = this.checkOutside(text, this.from);
    this.carried = text.slice(-CARRY);
    this.from = Math.max(done, text.length - SEAM) - (text.length - this.carried.length);
    this.offset += chunk.length;
  }

  /** Looks at what is not in a stream, where short names mean something; answers how far that is settled. */
  private checkOutside(text: string, from: number): number {
    for (let at = from; ;) {
      if (this.inStream) {
        const end = text.indexOf('endstream', at);
        if (end < 0) return at;
        this.inStream = false;
        at = end + 9;
      }
      MARK.lastIndex = at;
      const found = MARK.exec(text);
      checkPdfText(text.slice(at, found?.index));
      if (!found) return at;
      this.inStream = true;
      at = found.index + found[0].length;
    }
  }

  private note(before: string, offset: number): void {
    this.marks += 1;
    if (this.marks > MOST_MARKS) throw new Refusal('zipBomb', 'PDF 的流过多');
    const window = unescapedNames(before);
    if (!/\/ObjStm\b/.test(window)) return;
    const dictionary = window.slice(window.lastIndexOf(' obj') + 1);
    const filter = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(dictionary)?.[1]?.replaceAll(/[[\]\s]/g, '') ?? '';
    const plain = (filter === '/FlateDecode' || filter === '/Fl' || filter === '') && !/\/Predictor\s+([2-9]|1\d)/.test(dictionary);
    this.noted.set(offset, { offset, readable: plain || !/\/ObjStm\b/.test(dictionary) });
  }
}
