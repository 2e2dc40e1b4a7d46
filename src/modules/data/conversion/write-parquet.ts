import type { DuckDBConnection } from '@duckdb/node-api';
import { quoted } from '../engine/sandbox.js';
import { columnRoles } from '../sniff/column-roles.js';
import type { NamedColumn } from '../sniff/column-names.js';
import { isValueSql, TEXT, type ValueForm } from '../sniff/value-form.js';
import type { TableColumn, TableSchema } from '../table/table-schema.js';

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
  const select = columns.map(({ key, sql, form }) => `${valueSql(sql, form, strict)} AS "${key}"`).join(', ');
  const { rowsChanged } = await connection.run(
    `COPY (SELECT ${select} FROM ${relation}) TO ${quoted(file)} (FORMAT parquet, COMPRESSION zstd)`,
  );
  return { schema: schemaOf(columns), rowCount: rowsChanged };
}

function valueSql(column: string, form: ValueForm, strict: boolean): string {
  const value = form.sql(column);
  if (!strict || form === TEXT) return value;
  return `CASE WHEN ${value} IS NULL AND ${isValueSql(column)} THEN error('another form') ELSE ${value} END`;
}

function schemaOf(written: readonly WrittenColumn[]): TableSchema {
  const columns = written.map(({ key, name, unit, form }): TableColumn => {
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
