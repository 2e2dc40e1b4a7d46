import type { SourceRow } from './sheet-source.js';

/** A block of merged cells; columns from 0, rows as the sheet counts. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** Rows in which a header may stand: merged cells in them are filled in both directions. */
export const HEAD_ROWS = 20;
/** Rows that are seen before the first is given, to know how wide the table is. */
const SEEN_ROWS = 200;
/** Columns in which names of regions or groups stand once for several rows. */
const GROUP_COLUMNS = 5;

/** Whether a block has to do with the reading at all: one in the header, or one column of a group. Pure. */
export const matters = ({ top, left, bottom, right }: Merge): boolean =>
  top <= HEAD_ROWS ? bottom > top || right > left : left === right && left < GROUP_COLUMNS && bottom > top;

/** Gives merged cells the value of their first cell, row by row, where they are empty. */
export class MergedCells {
  private waiting: Merge[] = [];
  private open: { merge: Merge; value: string }[] = [];
  private next = 0;
  /** Whether a cell below the header was filled. */
  filledBelow = false;

  constructor(merges: Iterable<Merge>) {
    this.add(merges);
  }

  /** Blocks that are found later; none may begin above a row that was filled. */
  add(merges: Iterable<Merge>): void {
    const found = [...merges].filter(matters).sort((one, other) => one.top - other.top);
    if (found.length > 0) this.waiting = [...this.waiting.splice(this.next), ...found];
    if (found.length > 0) this.next = 0;
  }

  /** Fills a row; `width` is how many columns the table has, since a title may be merged over the whole sheet. */
  fill({ number, cells }: SourceRow, width: number): void {
    this.open = this.open.filter(({ merge }) => merge.bottom >= number);
    while (this.next < this.waiting.length && this.waiting[this.next]!.top <= number) {
      const merge = this.waiting[this.next++]!;
      // Where the first row of a block has nothing at all, the block is empty.
      if (merge.top === number && cells[merge.left]) this.open.push({ merge, value: cells[merge.left]! });
    }
    for (const { merge, value } of this.open) this.fillFrom(merge, value, number, cells, width);
  }

  private fillFrom({ top, left, right }: Merge, value: string, row: number, cells: string[], width: number): void {
    const group = left === right && left < GROUP_COLUMNS;
    if (row > HEAD_ROWS && !group) return;
    for (let column = left; column <= Math.min(right, width - 1); column++) {
      if (cells[column]) continue;
      while (cells.length < column) cells.push('');
      cells[column] = value;
      if (row > HEAD_ROWS && row > top) this.filledBelow = true;
    }
  }
}

/** The same rows with merged cells filled; says so once, where data were filled. */
export async function* withMerges(
  batches: AsyncIterable<SourceRow[]>,
  merges: MergedCells,
  onFilledBelow: () => void,
): AsyncGenerator<SourceRow[]> {
  let seen: SourceRow[] | undefined = [];
  let width = 0;
  const filled = (rows: SourceRow[]) => {
    for (const row of rows) merges.fill(row, width);
    return rows;
  };
  for await (const rows of batches) {
    if (!seen) {
      yield filled(rows);
      continue;
    }
    for (const { cells } of rows) width = Math.max(width, cells.length);
    seen.push(...rows);
    if (seen.length < SEEN_ROWS) continue;
    yield filled(seen);
    seen = undefined;
  }
  if (seen && seen.length > 0) yield filled(seen);
  if (merges.filledBelow) onFilledBelow();
}
