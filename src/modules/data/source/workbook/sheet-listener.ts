import type { XmlListener } from '../../../platform/reading/index.js';
import { UnreadableTable, type SourceRow } from '../sheet-source.js';
import { checkCell, checkColumn, MOST_SHEET_ROWS } from '../source-limits.js';
import { dateCell, numberCell } from './cell-text.js';
import type { NumberFormat } from './number-format.js';
import { RichText, unescaped } from './rich-text.js';
import type { StringTable } from './string-table.js';

/** What the cells of a sheet refer to. */
export interface SheetContext {
  strings: StringTable;
  formats: readonly NumberFormat[];
  since1904: boolean;
}

/** The rows of a worksheet (`sheetData`) that have anything in them. */
export class SheetListener implements XmlListener<SourceRow> {
  /** Cells with an error, such as #N/A, which are empty in the table. */
  errors = 0;
  private rows: SourceRow[] = [];
  private cells: string[] = [];
  private row = 0;
  private inData = false;
  private inRow = false;
  private column = -1;
  private type = '';
  private style = -1;
  private value = '';
  private inValue = false;
  private readonly rich = new RichText();

  constructor(private readonly context: SheetContext) {}

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'sheetData') this.inData = true;
    // Anchors of controls, behind the data, have rows too.
    else if (name === 'row' && this.inData) this.openRow(attributes.r);
    else if (!this.inRow) return;
    else if (name === 'c') this.openCell(attributes);
    else if (name === 'v') this.inValue = true;
    else this.rich.open(name);
  }

  text(text: string): void {
    if (this.inValue) {
      this.value += text;
      checkCell(this.value.length, this.row, this.column);
    } else if (this.inRow) this.rich.text(text);
  }

  close(name: string): void {
    if (name === 'v') this.inValue = false;
    else if (name === 'c' && this.inRow) this.closeCell();
    else if (name === 'row') this.closeRow();
    else if (name === 'sheetData') this.inData = false;
    else this.rich.close(name);
  }

  take(): SourceRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  private openRow(reference: string | undefined): void {
    this.row = reference === undefined ? this.row + 1 : Number(reference);
    if (!(this.row >= 1 && this.row <= MOST_SHEET_ROWS))
      throw new UnreadableTable(`工作表里有错误的行号“${(reference ?? String(this.row)).slice(0, 20)}”，文件可能已损坏；请重新另存。`);
    this.cells = [];
    this.column = -1;
    this.inRow = true;
  }

  private openCell({ r, t, s }: Record<string, string>): void {
    this.column = r === undefined ? this.column + 1 : columnOf(r);
    this.type = t ?? 'n';
    this.style = s === undefined ? -1 : Number(s);
    this.value = '';
    this.rich.value = '';
  }

  private closeCell(): void {
    const text = this.shown();
    if (text === '' || this.column < 0) return;
    checkColumn(this.column, this.row);
    while (this.cells.length < this.column) this.cells.push('');
    this.cells[this.column] = text;
  }

  private closeRow(): void {
    if (this.inRow && this.cells.length > 0) this.rows.push({ number: this.row, cells: this.cells });
    this.inRow = false;
  }

  private shown(): string {
    if (this.type === 'inlineStr') return this.rich.take();
    if (this.value === '') return '';
    const format = this.context.formats[this.style];
    switch (this.type) {
      case 's':
        return this.context.strings.at(Number(this.value));
      case 'str':
        return unescaped(this.value);
      case 'b':
        return this.value === '1' || this.value === 'true' ? 'true' : 'false';
      case 'e':
        this.errors++;
        return '';
      case 'd':
        return dateCell(this.value, format);
      default:
        return numberCell(this.value, format, this.context.since1904);
    }
  }
}

/** The column of a reference such as `AB12`, counting from 0. Pure. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < Math.min(reference.length, 8); at++) {
    const letter = (reference.charCodeAt(at) & ~32) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}
