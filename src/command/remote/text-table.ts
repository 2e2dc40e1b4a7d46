import { harmless, shortened, widthOf } from './text-width.js';

const WIDEST_CELL = 40;
const GAP = '  ';

export interface TextColumn {
  name: string;
  /** Numbers stand at the right. */
  numeric: boolean;
}

/** Lines of a table; the first page that it is given decides how wide the columns are. */
export class TextTable {
  private widths?: number[];

  constructor(private readonly columns: readonly TextColumn[]) {}

  /** The lines of some rows, with a head before the first. */
  lines(rows: readonly (readonly unknown[])[]): string {
    const cells = rows.map((row) => row.map((value) => shortened(cellOf(value), WIDEST_CELL)));
    const names = this.columns.map(({ name }) => shortened(harmless(name), WIDEST_CELL));
    const head: string[] = [];
    if (!this.widths) {
      this.widths = names.map((name, index) => Math.max(widthOf(name), ...cells.map((row) => widthOf(row[index] ?? ''))));
      head.push(this.line(names), this.widths.map((width) => '-'.repeat(width)).join(GAP));
    }
    return [...head, ...cells.map((row) => this.line(row))].map((line) => `${line}\n`).join('');
  }

  private line(cells: readonly string[]): string {
    const padded = cells.map((cell, index) => {
      const blank = ' '.repeat(Math.max(0, this.widths![index]! - widthOf(cell)));
      return this.columns[index]!.numeric ? blank + cell : cell + blank;
    });
    return padded.join(GAP).trimEnd();
  }
}

const cellOf = (value: unknown): string =>
  value === null || value === undefined ? '' : harmless(typeof value === 'string' ? value : JSON.stringify(value));
