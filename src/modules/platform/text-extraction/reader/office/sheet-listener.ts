import type { XmlListener } from '../../../reading/index.js';
import type { TextPart } from '../../text-part.js';
import { rowText } from '../csv-reader.js';
import { MarkupListener } from './markup-listener.js';
import { formulaText } from './telling.js';
import { type SheetContext, serialDate } from './workbook-parts.js';

const MOST_COLUMNS = 16_384;
/** What a cell is made of; anything else is read as markup. */
const OF_CELL = new Set(['c', 'v', 'f', 'is', 'r', 't', 'rPr', 'phoneticPr']);

/** Rows of a worksheet as they come, dates written as dates; what stands around the rows is read as markup. */
export class SheetListener implements XmlListener<TextPart> {
  private parts: TextPart[] = [];
  private readonly markup: MarkupListener;
  private read = 0;
  private cells: string[] = [];
  private row = 0;
  private inRow = false;
  /** How deep the markup is that stands inside a row. */
  private strange = 0;
  private column = 0;
  private type = '';
  private style = -1;
  private value = '';
  private formula = '';
  private into: 'value' | 'formula' | undefined;

  constructor(
    private readonly sheet: string,
    private readonly context: SheetContext,
  ) {
    this.markup = new MarkupListener({ place: `工作表“${sheet}”` });
  }

  get characters(): number {
    return this.read + this.markup.characters;
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'row' && !this.inRow) this.openRow(attributes);
    else if (!this.inRow) this.markup.open(name, attributes);
    else if (this.strange > 0 || !OF_CELL.has(name)) {
      this.strange++;
      this.markup.open(name, attributes);
    } else if (name === 'c') this.openCell(attributes);
    else if (name === 'v' || name === 't') this.into = 'value';
    else if (name === 'f') this.into = 'formula';
  }

  text(text: string): void {
    if (!this.inRow || this.strange > 0) this.markup.text(text);
    else if (this.into === 'value') this.value += text;
    else if (this.into === 'formula') this.formula += text;
  }

  close(name: string): void {
    if (!this.inRow) return this.markup.close(name);
    if (this.strange > 0) {
      this.strange--;
      return this.markup.close(name);
    }
    if (name === 'v' || name === 't' || name === 'f') this.into = undefined;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
  }

  take(): TextPart[] {
    return [...this.parts.splice(0), ...this.markup.take()];
  }

  private openRow(attributes: Record<string, string>): void {
    this.row = attributes.r ? Number(attributes.r) : this.row + 1;
    this.column = -1;
    this.cells = [];
    this.inRow = true;
  }

  private openCell(attributes: Record<string, string>): void {
    this.column = attributes.r ? columnOf(attributes.r) : this.column + 1;
    this.type = attributes.t ?? 'n';
    this.style = Number(attributes.s ?? -1);
    this.value = '';
    this.formula = '';
  }

  private closeCell(): void {
    const shown = this.value === '' ? '' : this.shown();
    // What a formula puts together may never have been calculated, or otherwise than it will be.
    const hidden = this.value === '' ? this.formula.trim() && (formulaText(this.formula) || this.formula) : formulaText(this.formula);
    if (hidden !== '') this.parts.push({ place: `${this.place()}的公式`, text: hidden, aside: true });
    if (shown === '') return;
    if (this.column >= 0 && this.column < MOST_COLUMNS) this.cells[this.column] = shown;
    else this.parts.push({ place: this.place(), text: shown });
  }

  private closeRow(): void {
    this.inRow = false;
    if (this.cells.length === 0) return;
    const text = rowText(this.cells);
    this.read += text.length;
    this.parts.push({ place: this.place(), text, row: { table: this.sheet, cells: this.cells } });
  }

  private place(): string {
    return `工作表“${this.sheet}”第 ${this.row} 行`;
  }

  private shown(): string {
    if (this.type === 's') return this.context.strings.at(Number(this.value));
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
    const letter = (reference.charCodeAt(at) & ~32) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}
