import type { XmlListener } from '../../../platform/reading/index.js';
import type { Merge } from '../merged-cells.js';
import { UnreadableTable } from '../sheet-source.js';
import { checkCell, checkColumn, MOST_COLUMNS, MOST_SHEET_ROWS } from '../source-limits.js';
import { isError, openCell } from './open-cell.js';

/** A row with anything in it, and how many times it stands there. */
export interface RepeatedRow {
  number: number;
  cells: string[];
  repeated: number;
  merges: Merge[];
}

/** What stands in a cell beside its text. */
const ASIDE = new Set(['annotation', 'frame', 'custom-shape', 'shapes', 'ruby-text', 'rect', 'line', 'control']);

/** The rows of the table of this position, counting from 0. */
export class TableListener implements XmlListener<RepeatedRow> {
  errors = 0;
  done = false;
  private rows: RepeatedRow[] = [];
  private tables = -1;
  private depth = 0;
  private linked = 0;
  private aside = 0;
  private row = 0;
  private repeated = 1;
  private cells: string[] = [];
  private merges: Merge[] = [];
  private column = 0;
  private cell: Record<string, string> | undefined;
  private shown = '';
  private paragraphs = 0;
  private inParagraph = 0;

  constructor(private readonly position: number) {}

  private get inTable(): boolean {
    return this.depth > 0 && this.tables === this.position && !this.done;
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'dde-links') this.linked++;
    else if (name === 'table' && this.linked === 0 && this.depth++ === 0) this.tables++;
    if (!this.inTable) return;
    if (this.aside > 0 || ASIDE.has(name)) this.aside++;
    else if (name === 'table-row') this.openRow(attributes);
    else if (name === 'table-cell' || name === 'covered-table-cell') this.cell = attributes;
    else if (this.cell) this.openInCell(name, attributes);
  }

  text(text: string): void {
    if (!this.inTable || this.aside > 0 || this.inParagraph === 0) return;
    this.shown += text;
    checkCell(this.shown.length, this.row, this.column);
  }

  close(name: string): void {
    if (name === 'dde-links') this.linked--;
    if (this.inTable) this.closeInTable(name);
    if (name === 'table' && this.linked === 0 && --this.depth === 0 && this.tables === this.position) this.done = true;
  }

  take(): RepeatedRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  private closeInTable(name: string): void {
    if (this.aside > 0) this.aside--;
    else if (name === 'table-cell' || name === 'covered-table-cell') this.closeCell();
    else if (name === 'p' || name === 'h') this.inParagraph--;
    else if (name === 'table-row') this.closeRow();
  }

  private openInCell(name: string, attributes: Record<string, string>): void {
    if (name === 'p' || name === 'h') {
      if (this.paragraphs++ > 0) this.shown += '\n';
      this.inParagraph++;
    } else if (name === 's') this.shown += ' '.repeat(Math.min(count(attributes['text:c']), 1_000));
    else if (name === 'tab') this.shown += '\t';
    else if (name === 'line-break') this.shown += '\n';
  }

  private openRow(attributes: Record<string, string>): void {
    this.row++;
    this.repeated = count(attributes['table:number-rows-repeated']);
    this.cells = [];
    this.merges = [];
    this.column = 0;
  }

  private closeCell(): void {
    const attributes = this.cell ?? {};
    const wrong = isError(attributes, this.shown);
    if (wrong) this.errors++;
    const text = wrong ? '' : openCell(attributes, this.shown);
    checkCell(text.length, this.row, this.column);
    const repeated = count(attributes['table:number-columns-repeated']);
    if (text !== '') {
      checkColumn(this.column + repeated - 1, this.row);
      while (this.cells.length < this.column) this.cells.push('');
      for (let at = 0; at < repeated; at++) this.cells.push(text);
      this.span(attributes);
    }
    this.column = Math.min(this.column + repeated, MOST_COLUMNS * 1_000);
    this.cell = undefined;
    this.shown = '';
    this.paragraphs = 0;
    this.inParagraph = 0;
  }

  private span(attributes: Record<string, string>): void {
    const right = this.column + count(attributes['table:number-columns-spanned']) - 1;
    const bottom = this.row + count(attributes['table:number-rows-spanned']) - 1;
    if (right > this.column || bottom > this.row) this.merges.push({ top: this.row, left: this.column, bottom, right });
  }

  private closeRow(): void {
    const last = this.row + this.repeated - 1;
    if (this.cells.length > 0) {
      if (last > MOST_SHEET_ROWS) throw new UnreadableTable('工作表超过 1,048,576 行，不能做成表；请拆分，或另存为 csv。');
      this.rows.push({ number: this.row, cells: this.cells, repeated: this.repeated, merges: this.merges });
    }
    this.row = last;
  }
}

/** A number of repetitions or of spanned cells: 1 where it is none. */
function count(text: string | undefined): number {
  const number = Number(text ?? 1);
  return Number.isSafeInteger(number) && number >= 1 ? number : 1;
}
