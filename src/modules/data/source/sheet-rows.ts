import type { SharedStrings, XmlListener } from '../../platform/text-extraction/index.js';
import { serialDate } from '../../platform/text-extraction/index.js';
import { type CellFormat, numberText, percentText } from './cell-formats.js';
import { type SourceRow, UnreadableTable } from './sheet-source.js';

export const MOST_COLUMNS = 2_000;
const LONGEST_CELL = 1_000_000;

/** What the cells of a sheet refer to. */
export interface SheetParts {
  strings: SharedStrings;
  formats: readonly CellFormat[];
  since1904: boolean;
  /** Cells of a column that are one, by their first: rows `from` to `to` of column `column`. */
  merges: readonly { column: number; from: number; to: number }[];
}

/** Rows of a worksheet (SpreadsheetML) as they come, each cell as people see it. @throws UnreadableTable for sheets wider than a table may be */
export class SheetRows implements XmlListener<SourceRow> {
  private rows: SourceRow[] = [];
  private cells: string[] = [];
  private row = 0;
  private column = -1;
  private type = 'n';
  private style = -1;
  private value = '';
  private inValue = false;
  private phonetic = false;
  private readonly open_ = new Map<number, string>();

  constructor(private readonly parts: SheetParts) {}

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'row') {
      this.row = attributes.r ? Number(attributes.r) : this.row + 1;
      this.column = -1;
      this.cells = [];
    } else if (name === 'c') {
      this.column = attributes.r ? columnOf(attributes.r) : this.column + 1;
      this.type = attributes.t ?? 'n';
      this.style = Number(attributes.s ?? -1);
      this.value = '';
    } else if (name === 'rPh') this.phonetic = true;
    else if (name === 'v' || name === 't') this.inValue = !this.phonetic;
  }

  text(text: string): void {
    if (!this.inValue) return;
    this.value += text;
    if (this.value.length > LONGEST_CELL) throw new UnreadableTable(`第 ${this.row} 行有一个单元格超过 ${LONGEST_CELL} 个字`);
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.inValue = false;
    else if (name === 'rPh') this.phonetic = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
  }

  take(): SourceRow[] {
    return this.rows.splice(0);
  }

  private closeCell(): void {
    const shown = this.value === '' ? '' : this.shown();
    if (shown === '') return;
    if (this.column >= MOST_COLUMNS) throw new UnreadableTable(`第 ${this.row} 行超过 ${MOST_COLUMNS} 列；请拆成几张表`);
    while (this.cells.length < this.column) this.cells.push('');
    this.cells[this.column] = shown;
  }

  private closeRow(): void {
    for (const { column, from, to } of this.parts.merges) {
      if (this.row < from || this.row > to) continue;
      if (this.row === from) this.open_.set(column, this.cells[column] ?? '');
      else if ((this.cells[column] ?? '') === '' && this.open_.get(column)) {
        while (this.cells.length < column) this.cells.push('');
        this.cells[column] = this.open_.get(column)!;
      }
    }
    if (this.cells.length > 0) this.rows.push({ number: this.row, cells: this.cells });
  }

  private shown(): string {
    switch (this.type) {
      case 's':
        return this.parts.strings.at(Number(this.value));
      case 'b':
        return this.value === '1' ? 'true' : 'false';
      case 'e':
        return '';
      case 'n':
        return this.number();
      default:
        return this.value;
    }
  }

  private number(): string {
    const format = this.parts.formats[this.style];
    const number = Number(this.value);
    if (!Number.isFinite(number)) return this.value;
    if (format === 'date') return serialDate(number, this.parts.since1904);
    return format === 'percent' ? percentText(this.value) : numberText(this.value);
  }
}

/** The column of a reference such as `AB12`, counting from 0. */
export function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Za-z]{1,4}/.exec(reference)?.[0].toUpperCase() ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
