import type { DuckDBConnection } from '@duckdb/node-api';
import { PARQUET_FORMAT } from '../engine/parquet-format.js';
import { quotedText } from '../engine/sql-text.js';
import { columnRoles } from '../sniff/column-roles.js';
import type { NamedColumn } from '../sniff/column-names.js';
import { isValueSql, TEXT, type ValueForm } from '../sniff/value-form.js';
import { isNumeric, type TableColumn, type TableSchema } from '../table/table-schema.js';

/** A column of text, and what its values are. */
export interface WrittenColumn extends NamedColumn {
  /** Expression of the text. */
  sql: string;
  form: ValueForm;
}

/**
 * Writes a relation of texts as a typed Parquet file, its rows in their order. With `strict`, a cell that is not of its
 * column's form ends the statement.
 */
export async function writeParquet(
  connection: DuckDBConnection,
  { relation, columns, file, strict }: { relation: string; columns: readonly WrittenColumn[]; file: string; strict: boolean },
): Promise<{ schema: TableSchema; rowCount: number }> {
  const { rowsChanged } = await connection.run(`COPY (${valuesSql(relation, columns, strict)}) TO ${quotedText(file)} (${PARQUET_FORMAT})`);
  return { schema: schemaOf(columns), rowCount: rowsChanged };
}

/** The typed values, in three steps so that nothing is computed twice: casts, values of the forms, what is of another form. */
function valuesSql(relation: string, columns: readonly WrittenColumn[], strict: boolean): string {
  const casts = columns.flatMap(({ sql, form }, index) => (form.cast ? [`${form.cast(sql)} AS "cast ${index}"`] : []));
  const values = columns.map(({ sql, form }, index) => `${form.sql(sql, form.cast && `"cast ${index}"`)} AS "value ${index}"`);
  const select = columns.map(({ key, sql, form }, index) => {
    const value = `"value ${index}"`;
    if (!strict || form === TEXT) return `${value} AS "${key}"`;
    return `CASE WHEN ${value} IS NULL AND ${isValueSql(sql)} THEN error('another form') ELSE ${value} END AS "${key}"`;
  });
  return `SELECT ${select.join(', ')} FROM (SELECT *, ${values.join(', ')} FROM (SELECT ${['*', ...casts].join(', ')} FROM ${relation}))`;
}

function schemaOf(written: readonly WrittenColumn[]): TableSchema {
  const columns = written.map(({ key, name, unit, form }): TableColumn => {
    const own = form.unit ?? (isNumeric(form) ? unit : undefined);
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
