import { quoted } from '../engine/sandbox.js';
import type { AnswerColumn } from '../query/compile-query.js';
import type { TableSchema } from '../table/table-schema.js';
import type { ExportOptions } from './export-format.js';

/** A name of a file as SQL has it. */
const named = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Signs with which a spreadsheet begins to calculate (OWASP: CSV injection). */
const CALCULATES = String.raw`^[=+\-@\t\r]`;

/** The answer's columns as texts of a csv or JSON: local times in ISO form, formulas as asked. */
function columnSql({ name, type }: AnswerColumn, formulas: ExportOptions['formulas']): string {
  const column = named(name);
  if (type === 'datetime') return `strftime(${column}, '%Y-%m-%dT%H:%M:%S') AS ${column}`;
  if (type === 'string' && formulas === 'neutralize')
    return `CASE WHEN regexp_matches(${column}, ${quoted(CALCULATES)}) THEN '''' || ${column} ELSE ${column} END AS ${column}`;
  return column;
}

/** The statement that writes an answer into a file in one of DuckDB's own formats. Pure. */
export function exportSql(answer: string, columns: readonly AnswerColumn[], options: ExportOptions, file: string): string {
  const select = columns.map((column) => columnSql(column, options.formulas)).join(', ');
  const written = `SELECT ${select} FROM (${answer})`;
  const to = (how: string, rows = written) => `COPY (${rows}) TO ${quoted(file)} (${how})`;
  switch (options.format) {
    case 'csv':
      return to(`FORMAT csv, HEADER true, DELIMITER ',', QUOTE '"', ESCAPE '"'`);
    case 'json':
      return to('FORMAT json, ARRAY true');
    case 'ndjson':
      return to('FORMAT json, ARRAY false');
    case 'parquet':
      return to('FORMAT parquet, COMPRESSION zstd', `SELECT * FROM (${answer})`);
    default:
      throw new TypeError(`${options.format} is not written by DuckDB`);
  }
}

/** The statement that writes a feature a line (RFC 7946); the answer must have the columns of the place. Pure. */
export function featuresSql(
  answer: string,
  columns: readonly AnswerColumn[],
  place: { geometry?: string; longitude?: string; latitude?: string },
  file: string,
): string {
  const properties = columns
    .filter(({ name }) => name !== place.geometry)
    .flatMap((column) => [
      quoted(column.name),
      column.type === 'datetime' ? `strftime(${named(column.name)}, '%Y-%m-%dT%H:%M:%S')` : named(column.name),
    ]);
  const geometry =
    place.geometry === undefined
      ? `CASE WHEN ${named(place.longitude!)} IS NOT NULL AND ${named(place.latitude!)} IS NOT NULL
           THEN json_object('type', 'Point', 'coordinates', json_array(${named(place.longitude!)}, ${named(place.latitude!)})) END`
      : `CASE WHEN json_valid(${named(place.geometry)}) THEN ${named(place.geometry)}::JSON END`;
  return `COPY (SELECT 'Feature' AS type, json_object(${properties.join(', ')}) AS properties, ${geometry} AS geometry FROM (${answer})) TO ${quoted(file)} (FORMAT json, ARRAY true)`;
}

/** Names of the columns that place the rows of an answer; undefined when it lacks them. Pure. */
export function placeOf(
  schema: TableSchema,
  columns: readonly AnswerColumn[],
  nameOf: (key: string) => string,
): { geometry?: string; longitude?: string; latitude?: string } | undefined {
  const has = (key: string | undefined) => key !== undefined && columns.some(({ name }) => name === nameOf(key));
  if (has(schema.geometry)) return { geometry: nameOf(schema.geometry!) };
  const { point } = schema;
  return point && has(point.longitude) && has(point.latitude)
    ? { longitude: nameOf(point.longitude), latitude: nameOf(point.latitude) }
    : undefined;
}
