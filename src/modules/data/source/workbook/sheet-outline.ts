import { matters, type Merge } from '../merged-cells.js';
import { columnOf } from './sheet-listener.js';

const CARRY = 512;
/** Blocks that are kept: a sheet with more is a drawing. */
const MOST_MERGES = 200_000;

/** What stands behind the rows of a sheet but must be known before them. */
export interface SheetOutline {
  merges: Merge[];
  hidden: { rows: boolean; columns: boolean };
}

/** Finds merged blocks and hidden rows in the bytes of a sheet, many times faster than a parser would. */
export async function outlineOf(chunks: AsyncIterable<Buffer>): Promise<SheetOutline> {
  const merges: Merge[] = [];
  const hidden = { rows: false, columns: false };
  let carried = '';
  for await (const chunk of chunks) {
    const text = carried + chunk.toString('latin1').replaceAll('\0', '');
    // The rest of the last tag is looked at with what follows.
    const end = Math.max(text.lastIndexOf('>') + 1, text.length - CARRY);
    const whole = text.slice(0, end);
    carried = text.slice(end);
    if (whole.includes('mergeCell') && merges.length < MOST_MERGES) merges.push(...mergesIn(whole));
    if (whole.includes('hidden=')) {
      hidden.rows ||= /<(?:\w{1,20}:)?row\s[^>]{0,400}\bhidden="(?:1|true)"/.test(whole);
      hidden.columns ||= /<(?:\w{1,20}:)?col\s[^>]{0,400}\bhidden="(?:1|true)"/.test(whole);
    }
  }
  return { merges, hidden };
}

const MERGE = /<(?:\w{1,20}:)?mergeCell\s[^>]{0,200}?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g;

function* mergesIn(text: string): Generator<Merge> {
  for (const [, left, top, right, bottom] of text.matchAll(MERGE)) {
    const merge = { top: Number(top), left: columnOf(left!), bottom: Number(bottom), right: columnOf(right!) };
    if (matters(merge)) yield merge;
  }
}
