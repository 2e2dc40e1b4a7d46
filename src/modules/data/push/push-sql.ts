import { PARQUET_FORMAT } from '../engine/parquet-format.js';
import { quotedText } from '../engine/sql-text.js';
import type { TableColumn } from '../table/table-schema.js';
import type { PushMode } from './push.model.js';

const SQL_TYPES: Record<TableColumn['type'], string> = {
  string: 'VARCHAR',
  integer: 'BIGINT',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
  datetime: 'TIMESTAMP',
  time: 'TIME',
};

const sqlTypeOf = ({ type, scale }: TableColumn) => (type === 'number' && scale !== undefined ? `DECIMAL(38,${scale})` : SQL_TYPES[type]);

const name = ({ key }: TableColumn) => `"${key}"`;

/** Rows that were put aside by `stageCells`, typed, with their place in the column `@line`, as no column can be called. */
function staged(file: string, columns: readonly TableColumn[]): string {
  const texts = columns.map(({ key }) => `'${key}': 'VARCHAR'`).join(', ');
  const typed = columns.map((column) => `CAST(${name(column)} AS ${sqlTypeOf(column)}) AS ${name(column)}`).join(', ');
  return `(SELECT "@line", ${typed} FROM read_csv(${quotedText(file)}, columns = {'@line': 'BIGINT', ${texts}}, header = false, auto_detect = false,
    delim = ',', quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false, max_line_size = 50000000, buffer_size = 100000000))`;
}

const sameKey = (key: readonly string[]) => key.map((each) => `o."${each}" = s."${each}"`).join(' AND ');

const STANDING = 'read_parquet($file, file_row_number = true)';

/** The statement that writes the next version of a table: `$file` is the version before. Rows keep their order. Pure. */
export function pushSql(
  mode: PushMode,
  { columns, key, rows, target }: { columns: readonly TableColumn[]; key: readonly string[]; rows: string; target: string },
): string {
  const all = columns.map(name).join(', ');
  const given = staged(rows, columns);
  const same = sameKey(key);
  const select: Record<PushMode, string> = {
    append: `SELECT ${all} FROM (SELECT 0 AS "@part", file_row_number AS "@place", ${all} FROM ${STANDING}
             UNION ALL SELECT 1, "@line", ${all} FROM ${given}) ORDER BY "@part", "@place"`,
    replace: `SELECT ${all} FROM ${given} ORDER BY "@line"`,
    delete: `SELECT ${all} FROM ${STANDING} o WHERE NOT EXISTS (SELECT 1 FROM ${given} s WHERE ${same}) ORDER BY file_row_number`,
    upsert: `SELECT ${all} FROM (
               SELECT 0 AS "@part", file_row_number AS "@place", ${columns.map((column) => `CASE WHEN s."@line" IS NULL THEN o.${name(column)} ELSE s.${name(column)} END AS ${name(column)}`).join(', ')}
                 FROM ${STANDING} o LEFT JOIN ${given} s ON ${same}
               UNION ALL
               SELECT 1, "@line", ${all} FROM ${given} s WHERE NOT EXISTS (SELECT 1 FROM ${STANDING} o WHERE ${same})
             ) ORDER BY "@part", "@place"`,
  };
  return written(select[mode], target);
}

/** The statement that names rows (by `@line`) which are in the table already. Pure. */
export const standingRowsSql = (rows: string, columns: readonly TableColumn[], key: readonly string[]): string =>
  `SELECT "@line" FROM ${staged(rows, columns)} s WHERE EXISTS (SELECT 1 FROM ${STANDING} o WHERE ${sameKey(key)}) ORDER BY "@line" LIMIT 20`;

/** The statement that writes a table without rows. Pure. */
export const emptySql = (columns: readonly TableColumn[], target: string): string =>
  written(`SELECT ${columns.map((column) => `CAST(NULL AS ${sqlTypeOf(column)}) AS ${name(column)}`).join(', ')} WHERE false`, target);

/** The statement that writes a table anew with columns it had not; `$file` is the version before. Pure. */
export function widenSql(columns: readonly TableColumn[], before: readonly TableColumn[], target: string): string {
  const had = new Set(before.map(({ key }) => key));
  const select = columns.map((column) => (had.has(column.key) ? name(column) : `CAST(NULL AS ${sqlTypeOf(column)}) AS ${name(column)}`));
  return written(`SELECT ${select.join(', ')} FROM ${STANDING} ORDER BY file_row_number`, target);
}

const written = (select: string, target: string) => `COPY (${select}) TO ${quotedText(target)} (${PARQUET_FORMAT})`;
