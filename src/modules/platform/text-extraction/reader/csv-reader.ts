import { LONGEST_PIECE, type TextPart } from '../text-part.js';
import { type Line, linesOf } from './lines.js';

const DELIMITERS = [',', '\t', ';', '|', '，'];
/** A quotation that goes on longer than this was never meant as one. */
const MOST_LINES_QUOTED = 200;

/** Tables as text (RFC 4180 and what is usual beside it): a row a piece, its place the line where it begins. */
export async function* readDelimited(path: string): AsyncGenerator<TextPart[], undefined> {
  let delimiter: string | undefined;
  let open: Line[] = [];
  for await (const lines of linesOf(path)) {
    const parts: TextPart[] = [];
    for (const line of lines) {
      delimiter ??= likeliestDelimiter(line.text);
      open.push(line);
      const joined = open.length === 1 ? line.text : open.map(({ text }) => text).join('\n');
      const unbalanced = joined.includes('"') && !isBalanced(joined, delimiter);
      if (unbalanced && open.length < MOST_LINES_QUOTED && joined.length < LONGEST_PIECE) continue;
      if (unbalanced) parts.push(...open.map(({ number, text }) => rowOf(number, text.replaceAll('"', '').split(delimiter!))));
      else parts.push(rowOf(open[0]!.number, cellsOf(joined, delimiter)));
      open = [];
    }
    yield parts;
  }
  if (open.length > 0) yield open.map(({ number, text }) => rowOf(number, text.replaceAll('"', '').split(delimiter ?? ',')));
  return undefined;
}

function rowOf(number: number, cells: string[]): TextPart {
  const kept = cells.map((cell) => cell.trim());
  return { place: `第 ${number} 行`, text: rowText(kept), row: { table: '', cells: kept } };
}

/** A row as one text; the marks between cells keep a number of one from running into the next. */
export function rowText(cells: readonly string[]): string {
  return cells.filter((cell) => cell !== '').join(' | ');
}

function likeliestDelimiter(line: string): string {
  const count = (delimiter: string) => line.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

/** Whether every quotation that opens at the beginning of a cell is closed. */
function isBalanced(text: string, delimiter: string): boolean {
  return scan(text, delimiter).closed;
}

function cellsOf(text: string, delimiter: string): string[] {
  return text.includes('"') ? scan(text, delimiter).cells : text.split(delimiter);
}

function scan(text: string, delimiter: string): { cells: string[]; closed: boolean } {
  const cells: string[] = [];
  for (let at = 0; ;) {
    if (text[at] === '"') {
      let cell = '';
      let from = at + 1;
      let end = text.indexOf('"', from);
      while (end >= 0 && text[end + 1] === '"') {
        cell += text.slice(from, end + 1);
        from = end + 2;
        end = text.indexOf('"', from);
      }
      if (end < 0) return { cells, closed: false };
      const next = text.indexOf(delimiter, end);
      cells.push(cell + text.slice(from, end) + text.slice(end + 1, next < 0 ? undefined : next));
      if (next < 0) return { cells, closed: true };
      at = next + 1;
    } else {
      const next = text.indexOf(delimiter, at);
      cells.push(text.slice(at, next < 0 ? undefined : next));
      if (next < 0) return { cells, closed: true };
      at = next + 1;
    }
  }
}
