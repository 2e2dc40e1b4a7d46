import type { Condition, TableQuery } from './table-query.js';
import type { TableSchema } from '../table/table-schema.js';

/** Cells that a page of a question makes the engine read, roughly. Pure. */
export function costOf(query: TableQuery, schema: TableSchema, rowCount: number, limit: number): number {
  const { where, words, grouped, groupBy, orderBy, select } = query;
  const touched = new Set<string>([...groupBy, ...orderBy.flatMap(({ by }) => (typeof by === 'number' ? [] : [by]))].map(({ key }) => key));
  if (where) for (const key of keysOf(where, schema)) touched.add(key);
  if (words.length > 0) for (const { key, type } of schema.columns) if (type === 'string') touched.add(key);
  if (grouped) for (const { column } of select) if (column) touched.add(column.key);
  const texts = schema.columns.filter(({ type }) => type === 'string').length;
  // A text that is looked for goes through its column once more, however many others do.
  const passes = (where ? searchesOf(where) : 0) + words.length * texts;
  const page = Math.min(limit, rowCount) * select.length;
  // In the order of the file and without conditions, only the page itself is read.
  return touched.size === 0 && !grouped ? page : rowCount * Math.max(1, touched.size, passes) + page;
}

function searchesOf(condition: Condition): number {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.parts.reduce((sum, part) => sum + searchesOf(part), 0);
    case 'not':
      return searchesOf(condition.part);
    case 'near':
      return 0;
    case 'compare':
      return condition.comparison === 'contains' || condition.comparison === 'startsWith' ? 1 : 0;
  }
}

function keysOf(condition: Condition, schema: TableSchema): string[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.parts.flatMap((part) => keysOf(part, schema));
    case 'not':
      return keysOf(condition.part, schema);
    case 'near':
      return schema.point ? [schema.point.longitude, schema.point.latitude] : [];
    case 'compare':
      return [condition.column.key];
  }
}
