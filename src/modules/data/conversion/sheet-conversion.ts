import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { quoted } from '../engine/sandbox.js';
import { nameColumns } from '../sniff/column-names.js';
import { guessForm } from '../sniff/guess-columns.js';
import { findHeader, footerOf, type Header } from '../sniff/header.js';
import { matchItems } from '../sniff/match-items.js';
import type { CsvSource } from '../source/csv-source.js';
import { MOST_COLUMNS } from '../source/source-limits.js';
import { type SheetSource, type SourceRow, UnreadableTable } from '../source/sheet-source.js';
import { chooseForms, type TextColumn } from './choose-forms.js';
import type { ConversionOrder, MadeTable } from './conversion-message.js';
import { stageRows } from './stage-rows.js';
import { writeParquet, type WrittenColumn } from './write-parquet.js';

/** Rows from which header and forms are guessed. */
const LOOKED_AT = 5_000;
const HEADER_ROWS = 60;

/** Makes the table of one sheet. */
export class SheetConversion {
  constructor(
    private readonly connection: DuckDBConnection,
    private readonly order: ConversionOrder,
    private readonly sheet: SheetSource,
    private readonly index: number,
    private readonly csv: CsvSource | undefined,
    private readonly progress: (rows: number) => void,
  ) {}

  /** The table, or undefined for a sheet without any. */
  async run(): Promise<MadeTable | undefined> {
    const sample = await firstRows(this.sheet);
    for (const row of sample) demandWidth(row);
    const header = findHeader(sample.slice(0, HEADER_ROWS));
    const places = placesOf(sample, header);
    if (places.length === 0 || sample.length <= header.skip - 1) return undefined;
    const made = (await this.quickly(sample, header, places)) ?? (await this.carefully(header, places));
    const { columns, notes } = matchItems(made.schema.columns, this.order.items);
    return { ...made, schema: { ...made.schema, columns }, notes: [...header.notes, ...made.notes, ...notes] };
  }

  /** In one pass by DuckDB's own reader, when the file is written as it reads it and all rows are as the first ones; undefined when not. */
  private async quickly(sample: SourceRow[], header: Header, places: readonly number[]): Promise<MadeTable | undefined> {
    const { csv, order } = this;
    const first = sample[header.skip];
    if (!csv || !first || csv.encoding !== 'utf-8' || csv.dialect.delimiter === '，' || csv.notes.length > 0) return undefined;
    const above = sample.slice(0, header.skip);
    if (above.some(({ cells }, index) => cells.some((cell) => /[\r\n]/.test(cell)) || above[index]!.number !== index + 1)) return undefined;
    if (footerOf((await csv.tail()).slice(-3)).length > 0) return undefined;
    const width = first.cells.length;
    // A column without a name that is empty so far may still say something further down.
    if (places.length < width) return undefined;
    const names = nameColumns(namesAt(header, places));
    const data = sample.slice(header.skip);
    const guesses = names.map(({ name }, index) =>
      guessForm(
        name,
        data.map(({ cells }) => cells[places[index]!] ?? ''),
      ),
    );
    if (guesses.some(({ mixed }) => mixed)) return undefined;
    const all = Array.from({ length: width }, (_, place) => `'c${place}': 'VARCHAR'`).join(', ');
    const { delimiter, backslash } = csv.dialect;
    const relation = `read_csv(${quoted(order.file)}, columns = {${all}}, header = false, skip = ${first.number - 1}, auto_detect = false,
      delim = ${quoted(delimiter)}, quote = '"', escape = ${quoted(backslash ? '\\' : '"')})`;
    try {
      return await this.write(
        relation,
        names.map((name, index) => ({ ...name, sql: `c${places[index]!}`, form: guesses[index]!.form })),
        true,
      );
    } catch {
      return undefined;
    }
  }

  /** Row by row through our own readers, with each column's form chosen over all rows. */
  private async carefully(header: Header, looked: readonly number[]): Promise<MadeTable> {
    const { folder } = this.order;
    await this.csv?.settle();
    const file = path.join(folder, `staged-${this.index}.csv`);
    const stage = (width: number) => stageRows(this.sheet.rows(), { file, skip: header.skip, width, progress: this.progress });
    const known = Math.max(...looked) + 1;
    let staged = await stage(known);
    const notes: string[] = [];
    const found = new Set(looked);
    if (staged.width > known) {
      if (staged.width > MOST_COLUMNS)
        throw new UnreadableTable(`有一行多达 ${staged.width} 个单元格，超过 ${MOST_COLUMNS} 列；请检查分隔符和引号`);
      notes.push(`有的行比表头多 ${staged.width - known} 个单元格，已另加列保存`);
      for (let place = known; place < staged.width; place++) found.add(place);
      staged = await stage(staged.width);
    }
    const places = [...new Set([...found, ...staged.filled])].sort((a, b) => a - b);
    const names = nameColumns(namesAt(header, places));
    const all = Array.from({ length: staged.width }, (_, place) => `'c${place}': 'VARCHAR'`);
    const relation = `read_csv(${quoted(file)}, columns = {'line': 'BIGINT', ${all.join(', ')}}, header = false, auto_detect = false, delim = ',',
      quote = '"', escape = '"', max_line_size = 50000000, buffer_size = 100000000)`;
    const columns: TextColumn[] = names.map(({ name }, index) => ({ column: `c${places[index]!}`, name, place: places[index]! + 1 }));
    const chosen = await chooseForms(this.connection, relation, columns);
    const made = await this.write(
      relation,
      names.map((name, index) => ({ ...name, sql: columns[index]!.column, form: chosen.forms[index]! })),
      false,
    );
    return { ...made, notes: [...notes, ...staged.notes, ...chosen.notes] };
  }

  private async write(relation: string, columns: readonly WrittenColumn[], strict: boolean): Promise<MadeTable> {
    const file = path.join(this.order.folder, `table-${this.index}.parquet`);
    const { schema, rowCount } = await writeParquet(this.connection, { relation, columns, file, strict });
    this.progress(rowCount);
    return { sheet: this.sheet.name, file, schema, rowCount, notes: [], ...(this.csv ? { encoding: this.csv.encoding } : {}) };
  }
}

/** Cells behind the last that says something are nobody's columns; they are cut off. @throws UnreadableTable */
function demandWidth(row: SourceRow): void {
  if (row.cells.length <= MOST_COLUMNS) return;
  const width = row.cells.findLastIndex((cell) => cell !== '') + 1;
  if (width > MOST_COLUMNS)
    throw new UnreadableTable(`第 ${row.number} 行有 ${width} 列，超过 ${MOST_COLUMNS} 列；请拆成几张表，或检查分隔符`);
  row.cells.length = width;
}

async function firstRows(sheet: SheetSource): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const batch of sheet.rows()) {
    for (const row of batch) rows.push(row);
    if (rows.length >= LOOKED_AT) break;
  }
  return rows.slice(0, LOOKED_AT);
}

/** Columns that the header names or that hold something in the rows below it. */
function placesOf(sample: readonly SourceRow[], { places, names, skip }: Header): number[] {
  const named = new Set(places.filter((_, index) => (names[index] ?? '') !== ''));
  const data = sample.slice(skip);
  const width = Math.max(0, ...data.map(({ cells }) => cells.length), ...places.map((place) => place + 1));
  return Array.from({ length: width }, (_, place) => place).filter(
    (place) => named.has(place) || data.some(({ cells }) => (cells[place] ?? '').trim() !== ''),
  );
}

/** Names of the columns at these places; those that the header does not reach have none. */
function namesAt({ names, places: known }: Header, places: readonly number[]): string[] {
  return places.map((place) => names[known.indexOf(place)] ?? '');
}
