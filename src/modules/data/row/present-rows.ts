import type { RowPage } from './row-reader.js';
import type { RowPageModel } from './row.model.js';

/** A page of rows as REST and GraphQL answer it. */
export function presentRows({ table, columns, rows, total, nextCursor }: RowPage, begun: number): RowPageModel {
  const names = columns.map(({ name }) => name);
  return {
    columns: columns.map(({ name, type, unit }) => ({ name, type, unit: unit ?? null })),
    rows: rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index]]))),
    total,
    nextCursor,
    version: table.version.number,
    tookMs: Math.round((performance.now() - begun) * 10) / 10,
  };
}
