import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { nameColumns } from '../sniff/column-names.js';
import { matchItems } from '../sniff/match-items.js';
import { chooseForms } from './choose-forms.js';
import type { ConversionOrder, MadeTable } from './conversion-message.js';
import { jsonRelation } from './json-relation.js';
import { writeParquet } from './write-parquet.js';

/** Makes the table of a file of JSON objects. @throws UnreadableTable */
export async function convertJson(connection: DuckDBConnection, { file, format, folder, items }: ConversionOrder): Promise<MadeTable> {
  const { relation, columns, notes } = await jsonRelation(connection, file, format, folder);
  // Kept as text once, so that every form is counted over text and not over JSON.
  const texts = path.join(folder, 'texts.parquet');
  await connection.run(
    `COPY (SELECT line, ${columns.map(({ sql }, index) => `${sql} AS c${index}`).join(', ')} FROM ${relation}) TO '${texts.replaceAll("'", "''")}' (FORMAT parquet)`,
  );
  const kept = `read_parquet('${texts.replaceAll("'", "''")}')`;
  const names = nameColumns(columns.map(({ name }) => name));
  const asked = names.map(({ name }, index) => ({ column: `c${index}`, name, place: index + 1 }));
  const chosen = await chooseForms(connection, kept, asked);
  const out = path.join(folder, 'table-0.parquet');
  const written = names.map((name, index) => ({ ...name, sql: `c${index}`, form: chosen.forms[index]! }));
  const { schema, rowCount } = await writeParquet(connection, {
    relation: `(FROM ${kept} ORDER BY line)`,
    columns: written,
    file: out,
    strict: false,
  });
  const matched = matchItems(schema.columns, items);
  return {
    sheet: null,
    file: out,
    schema: { ...schema, columns: matched.columns },
    rowCount,
    notes: [...notes, ...chosen.notes, ...matched.notes],
  };
}
