import { MOST_CELL } from '../source-limits.js';
import { UnreadableTable } from '../sheet-source.js';

/** `_x000D_` and the like stand for signs that XML cannot hold (ECMA-376 22.9.2.19). */
const ESCAPED = /_x([0-9a-f]{4})_/gi;

/** A string as a workbook writes one. Pure. */
export const unescaped = (text: string): string =>
  text.includes('_x') ? text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;

/** Joins the runs of a string (`si`, `is`) and leaves out readings of names (`rPh`). */
export class RichText {
  value = '';
  private inText = false;
  private phonetic = false;

  open(name: string): void {
    if (name === 'rPh') this.phonetic = true;
    else if (name === 't') this.inText = true;
  }

  text(text: string): void {
    if (!this.inText || this.phonetic) return;
    this.value += text;
    if (this.value.length > MOST_CELL) throw new UnreadableTable('有一个单元格的内容超过 1,000,000 个字，不能做成表。');
  }

  close(name: string): void {
    if (name === 't') this.inText = false;
    else if (name === 'rPh') this.phonetic = false;
  }

  take(): string {
    const { value } = this;
    this.value = '';
    return unescaped(value);
  }
}
