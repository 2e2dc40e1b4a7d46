import type { ColumnType } from '../table/table-schema.js';
import type { ReadableTable } from '../table/table-reader.js';

const TYPES: Record<ColumnType, object | string> = {
  string: 'string',
  integer: 'integer',
  number: 'decimal',
  boolean: { base: 'boolean', format: 'true|false' },
  date: { base: 'date', format: 'yyyy-MM-dd' },
  datetime: { base: 'dateTime', format: "yyyy-MM-dd'T'HH:mm:ss" },
  time: { base: 'time', format: 'HH:mm:ss' },
};

/** What CSV on the Web (W3C, 2015) says of the csv at this address. Pure. */
export function csvMetadataOf({ record, table, version }: ReadableTable, { csv, page }: { csv: string; page: string }): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'zh' }],
    url: csv,
    'dc:title': `${record.title}：${table.title}`,
    'dc:modified': version.createdAt.toISOString().slice(0, 10),
    'dc:source': page,
    dialect: { encoding: 'utf-8', delimiter: ',', quoteChar: '"', doubleQuote: true, header: true, lineTerminators: ['\r\n', '\n'] },
    tableSchema: {
      columns: version.schema.columns.map(({ key, name, type, unit, scale, description }) => ({
        name: key,
        titles: name,
        // Only what has a scale is exact.
        datatype: type === 'number' && scale === undefined ? 'double' : TYPES[type],
        ...(type === 'string' ? { null: '' } : {}),
        ...(description ? { 'dc:description': description } : {}),
        ...(unit ? { 'schema:unitText': unit } : {}),
      })),
    },
  };
}
