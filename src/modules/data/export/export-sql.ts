import { quotedName, quotedText } from '../engine/sql-text.js';
import type { AnswerColumn } from '../query/compile-query.js';
import type { TableQuery } from '../query/table-query.js';
import type { TableSchema } from '../table/table-schema.js';
import type { ExportOptions } from './export-format.js';

/** Signs with which a spreadsheet begins to calculate (OWASP: CSV injection). */
const CALCULATES = String.raw`^([\s\p{Z}]*[=+\-@＝＋－＠]|[\t\r\n])`;
const CALCULATES_NAME = new RegExp(CALCULATES, 'u');

/** The answer's columns as texts of a csv or JSON: local times in ISO form, formulas as asked; those in the header of a csv too. */
function columnSql({ name, type }: AnswerColumn, { format, formulas }: ExportOptions): string {
  const column = quotedName(name);
  const isNeutral = formulas === 'neutralize';
  const shown = isNeutral && format === 'csv' && CALCULATES_NAME.test(name) ? quotedName(`'${name}`) : column;
  if (type === 'datetime') return `strftime(${column}, '%Y-%m-%dT%H:%M:%S') AS ${shown}`;
  if (type === 'string' && isNeutral)
    return `CASE WHEN regexp_matches(${column}, ${quotedText(CALCULATES)}) THEN '''' || ${column} ELSE ${column} END AS ${shown}`;
  return `${column} AS ${shown}`;
}

/** The statement that writes an answer into a file in one of DuckDB's own formats. Pure. */
export function exportSql(answer: string, columns: readonly AnswerColumn[], options: ExportOptions, file: string): string {
  const select = columns.map((column) => columnSql(column, options)).join(', ');
  const written = `SELECT ${select} FROM (${answer})`;
  const to = (how: string, rows = written) => `COPY (${rows}) TO ${quotedText(file)} (${how})`;
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
export function featuresSql(answer: string, columns: readonly AnswerColumn[], place: Place, file: string): string {
  const properties = columns
    .filter(({ name }) => name !== place.geometry)
    .flatMap((column) => [
      quotedText(column.name),
      column.type === 'datetime' ? `strftime(${quotedName(column.name)}, '%Y-%m-%dT%H:%M:%S')` : quotedName(column.name),
    ]);
  const geometry =
    place.geometry === undefined
      ? `CASE WHEN ${quotedName(place.longitude)} IS NOT NULL AND ${quotedName(place.latitude)} IS NOT NULL
           THEN json_object('type', 'Point', 'coordinates', json_array(${quotedName(place.longitude)}, ${quotedName(place.latitude)})) END`
      : `CASE WHEN json_valid(${quotedName(place.geometry)}) THEN ${quotedName(place.geometry)}::JSON END`;
  return `COPY (SELECT 'Feature' AS type, json_object(${properties.join(', ')}) AS properties, ${geometry} AS geometry FROM (${answer})) TO ${quotedText(file)} (FORMAT json, ARRAY true)`;
}

/** Columns of an answer that place its rows. */
type Place = { geometry: string } | { geometry?: undefined; longitude: string; latitude: string };

/** The columns that place the rows of an answer, by name; undefined when it lacks them. Pure. */
export function placeOf({ geometry, point }: TableSchema, { select }: TableQuery): Place | undefined {
  const nameOf = (key: string) => select.find((each) => each.aggregate === undefined && each.column.key === key)?.name;
  const shape = geometry === undefined ? undefined : nameOf(geometry);
  if (shape !== undefined) return { geometry: shape };
  const longitude = point && nameOf(point.longitude);
  const latitude = point && nameOf(point.latitude);
  return longitude === undefined || latitude === undefined ? undefined : { longitude, latitude };
}
