import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { SourceRow } from '../source/sheet-source.js';
import { footerOf } from '../sniff/header.js';

/** Rows that may turn out to stand below the table. */
const HELD = 8;
const BATCH = 256 * 1024;

/** Rows that were put aside as plain csv. */
export interface StagedRows {
  /** Cells of the widest row, but for empty ones at the ends. */
  width: number;
  /** Places within `width` in which some row says something. */
  filled: Set<number>;
  notes: string[];
}

/**
 * Writes rows as a csv that needs no guessing (UTF-8, one line number and `width` cells a row), without what stands above
 * and below the table. A row that is wider says so by the answer's `width`.
 */
export async function stageRows(
  rows: AsyncIterable<SourceRow[]>,
  { file, skip, width, progress }: { file: string; skip: number; width: number; progress: (rows: number) => void },
): Promise<StagedRows> {
  const out = createWriteStream(file);
  let left = skip;
  let widest = width;
  const filled = new Set<number>();
  let count = 0;
  let text = '';
  let held: SourceRow[] = [];
  const write = async ({ number, cells }: SourceRow) => {
    if (cells.length > widest) {
      const last = cells.findLastIndex((cell) => cell !== '');
      if (last >= widest) widest = last + 1;
    }
    text += String(number);
    for (let place = 0; place < width; place++) {
      const cell = cells[place] ?? '';
      if (cell !== '' && !filled.has(place) && cell.trim() !== '') filled.add(place);
      text += `,${quoted(cell)}`;
    }
    text += '\n';
    count++;
    if (text.length < BATCH) return;
    if (!out.write(text)) await once(out, 'drain');
    text = '';
    progress(count);
  };
  try {
    for await (const batch of rows) {
      for (const row of batch) {
        if (left > 0) left--;
        else if (row.cells.every((cell) => cell.trim() === '')) continue;
        else {
          held.push(row);
          if (held.length > HELD) await write(held.shift()!);
        }
      }
    }
    const footer = footerOf(held);
    held = held.slice(0, held.length - footer.length);
    for (const row of held) await write(row);
    out.end(text);
    await finished(out);
    return { width: widest, filled, notes: footer.notes };
  } finally {
    out.destroy();
  }
}

/** Empty cells stay bare, so that they are told from quoted ones by nobody. */
function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
