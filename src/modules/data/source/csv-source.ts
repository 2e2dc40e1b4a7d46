import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { decodedChunks, detectEncoding } from '../../platform/reading/index.js';
import { type Dialect, sniffDialect } from '../sniff/dialect.js';
import { type OpenedSource, type SourceRow, UnreadableTable } from './sheet-source.js';

/** A quotation that goes on longer than this was never meant as one. */
const LONGEST_QUOTATION = 1_000_000;
/** Cells of a row, empty ones behind the last column among them. */
const MOST_CELLS = 50_000;
const LONGEST_LINE = 32_000_000;
const SAMPLE = 256 * 1024;
const CHUNK = 1024 * 1024;

/** A delimited text, with how it is written. */
export interface CsvSource extends OpenedSource {
  /** Of the beginning, until `settle` has looked through the whole. */
  readonly encoding: string;
  dialect: Dialect;
  settle(): Promise<void>;
  /** The end of the file, decoded; for what stands below a table. */
  tail(): Promise<SourceRow[]>;
}

/** Opens a delimited text of any usual encoding and dialect. @throws UnreadableTable for an empty one */
export async function openCsv(path: string, format: string): Promise<CsvSource> {
  const head = await beginning(path);
  let encoding = isUtf8(head) ? 'utf-8' : await detectEncoding(path);
  const sample = new TextDecoder(encoding).decode(head, { stream: true });
  if (sample.trim() === '') throw new UnreadableTable('文件是空的，没有可以转换的内容');
  if (sample.includes('\u0000')) throw new UnreadableTable('文件里有二进制内容，不是文本表格；请检查扩展名与内容是否一致');
  const dialect = sniffDialect(sample, format);
  const lineEnd = sample.includes('\n') ? '\n' : '\r';
  const notes: string[] = [];
  const rules = { ...dialect, lineEnd } as const;
  return {
    get encoding() {
      return encoding;
    },
    dialect,
    notes,
    settle: async () => {
      encoding = await detectEncoding(path);
    },
    tail: () => lastRows(path, encoding, rules),
    sheets: [{ name: null, rows: () => readRows(path, encoding, rules, notes) }],
    close: () => Promise.resolve(),
  };
}

/** Whether the beginning of a file can be read as UTF-8, but for a character that is cut. */
function isUtf8(head: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return !head.includes(0);
  } catch {
    return false;
  }
}

async function beginning(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE), 0, SAMPLE, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Rows of the last part of the file; the first of them may be half of one and is left out. */
async function lastRows(path: string, encoding: string, rules: Rules): Promise<SourceRow[]> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const start = Math.max(0, size - SAMPLE);
    const even = start - (start % 4);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE + 4), 0, SAMPLE + 4, even);
    const text = new TextDecoder(encoding).decode(buffer.subarray(0, bytesRead));
    const parser = new RowParser(rules, []);
    const rows = [...parser.add(text), ...parser.end()];
    return rows.slice(even === 0 ? 0 : 1);
  } finally {
    await file.close();
  }
}

async function* readRows(path: string, encoding: string, rules: Rules, notes: string[]): AsyncGenerator<SourceRow[]> {
  const parser = new RowParser(rules, notes);
  const chunks = createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>;
  for await (const text of decodedChunks(chunks, encoding)) {
    const rows = parser.add(text);
    if (rows.length > 0) yield rows;
  }
  const rows = parser.end();
  if (rows.length > 0) yield rows;
}

interface Rules extends Dialect {
  lineEnd: '\n' | '\r';
}

const MOST_NOTES = 20;

/** The next place of a sign in a text that is walked through; far away or missing, it is looked for once and not from every cell. */
class NextSign {
  private found = -2;

  constructor(
    private readonly text: string,
    private readonly sign: string,
  ) {}

  /** `at` never goes back. */
  from(at: number): number {
    if (this.found !== -1 && this.found < at) this.found = this.text.indexOf(this.sign, at);
    return this.found;
  }
}

/** Rows out of pieces of text (RFC 4180, and what is usual beside it); keeps no more than the row it is at. */
class RowParser {
  private rest = '';
  private line = 1;

  constructor(
    private readonly rules: Rules,
    private readonly notes: string[],
  ) {}

  add(text: string): SourceRow[] {
    return this.parse(this.rest + text, false);
  }

  end(): SourceRow[] {
    return this.parse(this.rest, true);
  }

  private parse(text: string, last: boolean): SourceRow[] {
    const { delimiter, lineEnd } = this.rules;
    const rows: SourceRow[] = [];
    const signs = { ends: new NextSign(text, lineEnd), marks: new NextSign(text, delimiter) };
    let at = 0;
    while (at < text.length) {
      const end = text.indexOf(lineEnd, at);
      if (end < 0 && !last) break;
      const line = text.slice(at, end < 0 ? undefined : end);
      if (!line.includes('"')) {
        const cells = bare(line).split(delimiter, MOST_CELLS + 1);
        this.demandWidth(cells.length);
        rows.push({ number: this.line++, cells });
        at = end < 0 ? text.length : end + 1;
        continue;
      }
      const row = this.quotedRow(text, at, last, signs);
      if (!row) break;
      rows.push({ number: this.line, cells: row.cells });
      this.line += row.lines;
      at = row.next;
    }
    this.rest = text.slice(at);
    if (this.rest.length > LONGEST_LINE)
      throw new UnreadableTable(`第 ${this.line} 行过长：${LONGEST_LINE / 1_000_000} 百万字还没有换行，不像表格；请检查文件`);
    return rows;
  }

  private demandWidth(cells: number): void {
    if (cells > MOST_CELLS)
      throw new UnreadableTable(`第 ${this.line} 行超过 ${MOST_CELLS} 个单元格，而一张表至多 2000 列；请检查分隔符和引号，或把列转成行`);
  }

  /** A row with quotations in it; undefined when its end has not come yet. */
  private quotedRow(
    text: string,
    start: number,
    last: boolean,
    { ends, marks }: { ends: NextSign; marks: NextSign },
  ): { cells: string[]; next: number; lines: number } | undefined {
    const { delimiter, lineEnd } = this.rules;
    const cells: string[] = [];
    let lines = 1;
    for (let at = start; ;) {
      let cell = '';
      if (text[at] === '"') {
        const quotation = this.quotation(text, at + 1);
        if (quotation) {
          cell = quotation.value;
          at = quotation.next;
          for (let i = cell.indexOf(lineEnd); i >= 0; i = cell.indexOf(lineEnd, i + 1)) lines++;
        } else if (!last && text.length - at <= LONGEST_QUOTATION) return undefined;
        else this.note(`第 ${this.line} 行的引号没有成对，按原样读取`);
      }
      const mark = marks.from(at);
      const found = ends.from(at);
      const end = found < 0 ? text.length : found;
      if (found < 0 && !last && (mark < 0 || mark > end)) return undefined;
      if (mark >= 0 && mark < end) {
        cells.push(cell + text.slice(at, mark));
        this.demandWidth(cells.length);
        at = mark + delimiter.length;
      } else {
        cells.push(cell + bare(text.slice(at, end)));
        return { cells, next: found < 0 ? text.length : end + 1, lines };
      }
    }
  }

  private quotation(text: string, from: number): { value: string; next: number } | undefined {
    let value = '';
    for (let at = from; ;) {
      const end = text.indexOf('"', at);
      if (end < 0 || end - from > LONGEST_QUOTATION) return undefined;
      if (this.rules.backslash && text[end - 1] === '\\') value += `${text.slice(at, end - 1)}"`;
      else if (text[end + 1] === '"') value += text.slice(at, end + 1);
      else return { value: value + text.slice(at, end), next: end + 1 };
      at = end + (this.rules.backslash && text[end - 1] === '\\' ? 1 : 2);
    }
  }

  private note(sentence: string): void {
    if (this.notes.length < MOST_NOTES && !this.notes.includes(sentence)) this.notes.push(sentence);
  }
}

const bare = (line: string) => (line.endsWith('\r') ? line.slice(0, -1) : line);
