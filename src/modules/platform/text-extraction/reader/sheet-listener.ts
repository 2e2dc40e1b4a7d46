import type { TextPart } from '../text-part.js';
import { rowText } from './csv-reader.js';
import type { XmlListener } from './xml-reading.js';
import { serialDate } from './xlsx-parts.js';

/** What the cells of a sheet refer to. */
export interface SheetContext {
  shared: readonly string[];
  isDate: readonly boolean[];
  since1904: boolean;
}

const MOST_COLUMNS = 16_384;

/** Rows of a worksheet as they come, dates written as dates. */
export class SheetListener implements XmlListener<TextPart> {
  private parts: TextPart[] = [];
  private cells: string[] = [];
  private row = 0;
  private column = 0;
  private type = '';
  private style = -1;
  private value = '';
  private inValue = false;

  constructor(
    private readonly sheet: string,
    private readonly context: SheetContext,
  ) {}

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'c') {
      this.column = attributes.r ? columnOf(attributes.r) : this.column + 1;
      this.type = attributes.t ?? 'n';
      this.style = Number(attributes.s ?? -1);
      this.value = '';
    } else if (name === 'v' || name === 't') this.inValue = true;
    else if (name === 'row') {
      this.row = attributes.r ? Number(attributes.r) : this.row + 1;
      this.column = -1;
      this.cells = [];
    }
  }

  text(text: string): void {
    if (this.inValue) this.value += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.inValue = false;
    else if (name === 'c' && this.value !== '' && this.column < MOST_COLUMNS) this.cells[this.column] = this.shown();
    else if (name === 'row' && this.cells.length > 0) this.closeRow();
  }

  take(): TextPart[] {
    return this.parts.splice(0);
  }

  private closeRow(): void {
    const place = `工作表“${this.sheet}”第 ${this.row} 行`;
    this.parts.push({ place, text: rowText(this.cells), row: { table: this.sheet, cells: this.cells } });
  }

  private shown(): string {
    if (this.type === 's') return this.context.shared[Number(this.value)] ?? '';
    if (this.type === 'b') return this.value === '1' ? 'TRUE' : 'FALSE';
    if (this.type !== 'n') return this.value;
    const number = Number(this.value);
    if (this.context.isDate[this.style] && Number.isFinite(number)) return serialDate(number, this.context.since1904);
    // Long whole numbers, such as telephone numbers, may be stored as 1.38E10.
    return /e/i.test(this.value) && Number.isSafeInteger(number) ? String(number) : this.value;
  }
}

/** The column of a reference such as `AB12`, counting from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}
