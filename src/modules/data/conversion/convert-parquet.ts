import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { PARQUET_FORMAT } from '../engine/parquet-format.js';
import { quotedName, quotedText } from '../engine/sql-text.js';
import { columnRoles } from '../sniff/column-roles.js';
import { nameColumns } from '../sniff/column-names.js';
import { matchItems } from '../sniff/match-items.js';
import { UnreadableTable } from '../source/sheet-source.js';
import { type ColumnType, isNumeric, type TableColumn } from '../table/table-schema.js';
import type { ConversionOrder, MadeTable } from './conversion-message.js';

/** Takes over a Parquet file: its columns under our keys, its types as far as tables have them; nested values become JSON text. @throws UnreadableTable */
export async function convertParquet(connection: DuckDBConnection, { file, folder, items }: ConversionOrder): Promise<MadeTable> {
  const out = path.join(folder, 'table-0.parquet');
  const relation = `read_parquet(${quotedText(file)})`;
  const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${relation}`).catch(() => {
    throw new UnreadableTable('Parquet 文件已损坏，或用了读不了的编码；请重新导出');
  });
  const given = described.getRows().map(([name, type]) => ({ name: String(name), type: String(type) }));
  const names = nameColumns(given.map(({ name }) => name));
  const taken = given.map(({ name, type }) => ({ column: quotedName(name), ...takenAs(type) }));
  const select = taken.map(
    ({ column, cast }, index) => `${cast === null ? column : cast.replaceAll('#', column)} AS "${names[index]!.key}"`,
  );
  const result = await connection
    .run(`COPY (SELECT ${select.join(', ')} FROM ${relation}) TO ${quotedText(out)} (${PARQUET_FORMAT})`)
    .catch((error: Error) => {
      throw new UnreadableTable(`Parquet 文件读不到最后：${error.message.slice(0, 200)}`);
    });
  const columns = names.map(({ key, name, unit }, index): TableColumn => ({
    key,
    name,
    type: taken[index]!.type,
    ...(unit !== undefined && isNumeric(taken[index]!) ? { unit } : {}),
    ...(taken[index]!.scale === undefined ? {} : { scale: taken[index]!.scale }),
  }));
  const matched = matchItems(columns, items);
  return {
    sheet: null,
    file: out,
    schema: { columns: matched.columns, ...columnRoles(matched.columns) },
    rowCount: result.rowsChanged,
    notes: matched.notes,
  };
}

/** How a type of Parquet is kept; `#` is the column. */
function takenAs(type: string): { type: ColumnType; cast: string | null; scale?: number } {
  if (/^(TINYINT|SMALLINT|INTEGER|BIGINT|UTINYINT|USMALLINT|UINTEGER)$/.test(type)) return { type: 'integer', cast: 'CAST(# AS BIGINT)' };
  const decimal = /^DECIMAL\(\d+,(\d+)\)$/.exec(type);
  if (decimal) return { type: Number(decimal[1]) === 0 ? 'integer' : 'number', cast: null, scale: Number(decimal[1]) };
  if (/^(FLOAT|DOUBLE)$/.test(type)) return { type: 'number', cast: 'CASE WHEN isfinite(#) THEN CAST(# AS DOUBLE) END' };
  if (type === 'BOOLEAN') return { type: 'boolean', cast: null };
  if (type === 'DATE') return { type: 'date', cast: null };
  if (type.startsWith('TIMESTAMP WITH TIME ZONE')) return { type: 'datetime', cast: `CAST(# AT TIME ZONE 'Asia/Shanghai' AS TIMESTAMP)` };
  if (type.startsWith('TIMESTAMP')) return { type: 'datetime', cast: 'CAST(# AS TIMESTAMP)' };
  if (type === 'TIME') return { type: 'time', cast: null };
  if (/^(STRUCT|MAP)|\[\d*\]$/.test(type)) return { type: 'string', cast: 'CAST(to_json(#) AS VARCHAR)' };
  return { type: 'string', cast: 'CAST(# AS VARCHAR)' };
}
