import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { openSandbox, quoted } from '../engine/sandbox.js';
import { columnRoles } from '../sniff/column-roles.js';
import { type NamedColumn, nameColumns } from '../sniff/column-names.js';
import { guessForm } from '../sniff/guess-columns.js';
import { findHeader, footerOf, type Header } from '../sniff/header.js';
import { matchItems } from '../sniff/match-items.js';
import { isValueSql, TEXT, type ValueForm } from '../sniff/value-form.js';
import { type CsvSource, openCsv } from '../source/csv-source.js';
import { type SheetSource, type SourceRow, UnreadableTable } from '../source/sheet-source.js';
import { sourceOf } from '../source/source-of-format.js';
import type { TableColumn, TableSchema } from '../table/table-schema.js';
import { chooseForms, type TextColumn } from './choose-forms.js';
import type { ConversionOrder, MadeTable } from './conversion-message.js';
import type { Converted } from './converter.js';
import { convertParquet } from './convert-parquet.js';
import { stageRows } from './stage-rows.js';

const MOST_COLUMNS = 2_000;
/** Rows from which header and forms are guessed. */
const LOOKED_AT = 5_000;
const HEADER_ROWS = 60;
const THREADS = 2;
const TEMPORARY_MEGABYTES = 16_384;

/** Makes the tables of a file; the Parquet files lie in the folder of the order. @throws UnreadableTable */
export async function convertFile(order: ConversionOrder, progress: (rows: number) => void): Promise<Converted> {
  const { file, format, folder, memoryMegabytes } = order;
  const instance = await openSandbox({
    memoryMegabytes,
    threads: THREADS,
    folders: [folder, path.dirname(file)],
    temporaryFolder: path.join(folder, 'temporary'),
    temporaryMegabytes: TEMPORARY_MEGABYTES,
    connections: 1,
  });
  const connection = await instance.connect();
  if (format === 'parquet') return { tables: [await convertParquet(connection, order)], notes: [] };
  const csv = ['csv', 'tsv', 'txt'].includes(format) ? await openCsv(file, format) : undefined;
  const open = sourceOf(format);
  if (!csv && !open) throw new UnreadableTable(`不能把 ${format} 文件转换成表；请另存为 csv 或 xlsx`);
  const source = csv ?? (await open!(file));
  try {
    const tables: MadeTable[] = [];
    for (const [index, sheet] of source.sheets.entries()) {
      const made = await new SheetConversion(connection, order, sheet, index, csv, progress).run();
      if (made) tables.push(made);
    }
    if (tables.length === 0) throw new UnreadableTable('文件里没有表格：没有找到一行数据');
    const several = tables.length > 1;
    return { tables: tables.map((table) => ({ ...table, sheet: several ? table.sheet : null })), notes: [...new Set(source.notes)] };
  } finally {
    await source.close();
  }
}

/** Makes the table of one sheet. */
class SheetConversion {
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
    const header = findHeader(sample.slice(0, HEADER_ROWS));
    header.places = placesOf(sample, header);
    if (header.places.length === 0 || sample.length <= header.skip - 1) return undefined;
    if (header.places.length > MOST_COLUMNS)
      throw new UnreadableTable(`有 ${header.places.length} 列，超过 ${MOST_COLUMNS} 列；请拆成几张表`);
    const made = (await this.quickly(sample, header)) ?? (await this.carefully(header));
    const { columns, notes } = matchItems(made.schema.columns, this.order.items);
    return { ...made, schema: { ...made.schema, columns }, notes: [...header.notes, ...made.notes, ...notes] };
  }

  /** In one pass by DuckDB's own reader, when the file is written as it reads it and all rows are as the first ones; undefined when not. */
  private async quickly(sample: SourceRow[], header: Header): Promise<MadeTable | undefined> {
    const { csv, order } = this;
    const first = sample[header.skip];
    if (!csv || !first || csv.encoding !== 'utf-8' || csv.dialect.delimiter === '，' || csv.notes.length > 0) return undefined;
    const above = sample.slice(0, header.skip);
    if (above.some(({ cells }, index) => cells.some((cell) => /[\r\n]/.test(cell)) || above[index]!.number !== index + 1)) return undefined;
    if (footerOf((await csv.tail()).slice(-3)).length > 0) return undefined;
    const width = first.cells.length;
    const names = nameColumns(namesAt(header, header.places));
    const data = sample.slice(header.skip);
    const forms = names.map(({ name }, index) =>
      guessForm(
        name,
        data.map(({ cells }) => cells[header.places[index]!] ?? ''),
      ),
    );
    const all = Array.from({ length: width }, (_, place) => `'c${place}': 'VARCHAR'`).join(', ');
    const { delimiter, backslash } = csv.dialect;
    const relation = `read_csv(${quoted(order.file)}, columns = {${all}}, header = false, skip = ${first.number - 1}, auto_detect = false,
      delim = ${quoted(delimiter)}, quote = '"', escape = ${quoted(backslash ? '\\' : '"')})`;
    try {
      return await this.write(
        relation,
        names,
        header.places.map((place) => `c${place}`),
        forms,
        { strict: true },
      );
    } catch {
      return undefined;
    }
  }

  /** Row by row through our own readers, with each column's form chosen over all rows. */
  private async carefully(header: Header): Promise<MadeTable> {
    const { folder } = this.order;
    const file = path.join(folder, `staged-${this.index}.csv`);
    const stage = (width: number) => stageRows(this.sheet.rows(), { file, skip: header.skip, width, progress: this.progress });
    let staged = await stage(Math.max(...header.places) + 1);
    const notes: string[] = [];
    const places = [...header.places];
    const known = Math.max(...places) + 1;
    if (staged.width > known) {
      if (staged.width > MOST_COLUMNS)
        throw new UnreadableTable(`有一行多达 ${staged.width} 个单元格，超过 ${MOST_COLUMNS} 列；请检查分隔符和引号`);
      notes.push(`有的行比表头多 ${staged.width - known} 个单元格，已另加列保存`);
      for (let place = known; place < staged.width; place++) places.push(place);
      staged = await stage(staged.width);
    }
    const names = nameColumns(namesAt(header, places));
    const all = Array.from({ length: staged.width }, (_, place) => `'c${place}': 'VARCHAR'`);
    const relation = `read_csv(${quoted(file)}, columns = {'line': 'BIGINT', ${all.join(', ')}}, header = false, auto_detect = false, delim = ',',
      quote = '"', escape = '"', max_line_size = 4000000)`;
    const columns: TextColumn[] = names.map(({ name }, index) => ({ column: `c${places[index]!}`, name, place: places[index]! + 1 }));
    const chosen = await chooseForms(this.connection, relation, columns);
    const made = await this.write(
      relation,
      names,
      columns.map(({ column }) => column),
      chosen.forms,
      { strict: false },
    );
    return { ...made, notes: [...notes, ...staged.notes, ...chosen.notes] };
  }

  private async write(
    relation: string,
    names: readonly NamedColumn[],
    columns: readonly string[],
    forms: readonly ValueForm[],
    { strict }: { strict: boolean },
  ): Promise<MadeTable> {
    const file = path.join(this.order.folder, `table-${this.index}.parquet`);
    const select = names.map(({ key }, index) => `${valueSql(columns[index]!, forms[index]!, strict)} AS "${key}"`);
    const result = await this.connection.run(
      `COPY (SELECT ${select.join(', ')} FROM ${relation}) TO ${quoted(file)} (FORMAT parquet, COMPRESSION zstd)`,
    );
    const rowCount = result.rowsChanged;
    this.progress(rowCount);
    const schema = schemaOf(names, forms);
    return { sheet: this.sheet.name, file, schema, rowCount, notes: [], ...(this.csv ? { encoding: this.csv.encoding } : {}) };
  }
}

/** The value of a cell; in a strict pass a cell of another form ends the statement. */
function valueSql(column: string, form: ValueForm, strict: boolean): string {
  const value = form.sql(column);
  if (!strict || form === TEXT) return value;
  return `CASE WHEN ${value} IS NULL AND ${isValueSql(column)} THEN error('another form') ELSE ${value} END`;
}

function schemaOf(names: readonly NamedColumn[], forms: readonly ValueForm[]): TableSchema {
  const columns = names.map(({ key, name, unit }, index): TableColumn => {
    const form = forms[index]!;
    const isNumber = form.type === 'integer' || form.type === 'number';
    const own = form.unit ?? (isNumber ? unit : undefined);
    return {
      key,
      name,
      type: form.type,
      ...(own === undefined ? {} : { unit: own }),
      ...(form.scale === undefined ? {} : { scale: form.scale }),
    };
  });
  return { columns, ...columnRoles(columns) };
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
