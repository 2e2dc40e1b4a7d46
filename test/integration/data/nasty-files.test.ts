import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convertFile } from '../../../src/modules/data/conversion/convert-file.js';
import { plainValue } from '../../../src/modules/data/engine/plain-value.js';
import { UnreadableTable } from '../../../src/modules/data/source/sheet-source.js';
import { NASTY_FILES, REFUSED_FILES } from './nasty-files.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'haozhao-nasty-'));
});
afterAll(() => rm(folder, { recursive: true }));

const convert = async (format: string, content: Buffer) => {
  const own = await mkdtemp(path.join(folder, 'f-'));
  const file = path.join(own, `file.${format}`);
  await writeFile(file, content);
  return convertFile({ file, format, folder: own, memoryMegabytes: 512, items: [] }, () => undefined);
};

async function cellsOf(file: string): Promise<unknown[][]> {
  const connection = await (await DuckDBInstance.create()).connect();
  try {
    const result = await connection.runAndReadAll(`SELECT * FROM read_parquet('${file}', file_row_number = true) ORDER BY file_row_number`);
    return result.getRows().map((row) => row.slice(0, -1).map(plainValue));
  } finally {
    connection.closeSync();
  }
}

describe('files of offices become the tables that people see in them, cell by cell', () => {
  it.each(NASTY_FILES)('$name', async ({ format, content, tables, says = [] }) => {
    const { tables: made, notes } = await convert(format, await content());
    expect(made.map(({ sheet }) => sheet)).toEqual(tables.map(({ sheet }) => sheet ?? null));
    for (const [index, { columns, rows }] of tables.entries()) {
      const { schema, file, rowCount } = made[index]!;
      expect(schema.columns.map(({ name: column, type, unit }) => `${column}:${type}${unit === undefined ? '' : `/${unit}`}`)).toEqual(
        columns,
      );
      expect(new Set(schema.columns.map(({ key }) => key)).size).toBe(columns.length);
      for (const { key } of schema.columns) expect(key).toMatch(/^[a-z][a-z0-9_]{0,62}$/);
      expect(await cellsOf(file)).toEqual(rows);
      expect(rowCount).toBe(rows.length);
    }
    const log = [...notes, ...made.flatMap((table) => table.notes)].join('\n');
    for (const sentence of says) expect(log).toMatch(sentence);
  });
});

describe('what is no table is refused with a sentence', () => {
  it.each(REFUSED_FILES)('$name', async ({ format, content, says }) => {
    const error: unknown = await convert(format, await content()).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UnreadableTable);
    expect((error as Error).message).toMatch(says);
  });
});
