import type { ColumnType } from '../table/table-schema.js';
import type { ReadableTable } from '../table/table-reader.js';

/** Types of Table Schema (Frictionless). */
const TYPES: Record<ColumnType, object> = {
  string: { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean', trueValues: ['true'], falseValues: ['false'] },
  date: { type: 'date', format: 'default' },
  datetime: { type: 'datetime', format: '%Y-%m-%dT%H:%M:%S' },
  time: { type: 'time', format: 'default' },
};

/** The Data Package (Frictionless, version 1 with the fields of 2) of a table; `csv` is the absolute address of its csv. Pure. */
export function dataPackageOf({ record, table, version }: ReadableTable, { csv, page }: { csv: string; page: string }): object {
  const { license } = record.profile as { license?: string | null };
  return {
    $schema: 'https://datapackage.org/profiles/1.0/datapackage.json',
    name: `${table.name}`.replaceAll('_', '-'),
    id: record.identifier,
    title: record.title,
    ...(record.abstract ? { description: record.abstract } : {}),
    homepage: page,
    version: `1.0.${version.number}`,
    created: version.createdAt.toISOString(),
    ...(record.keywords.length > 0 ? { keywords: record.keywords } : {}),
    ...(license ? { licenses: [{ name: 'other-open', title: license }] } : {}),
    resources: [
      {
        name: table.name.replaceAll('_', '-'),
        title: table.title,
        path: csv,
        scheme: csv.startsWith('https:') ? 'https' : 'http',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        profile: 'tabular-data-resource',
        dialect: { delimiter: ',', quoteChar: '"', doubleQuote: true, header: true, lineTerminator: '\n' },
        schema: {
          missingValues: [''],
          fields: version.schema.columns.map(({ key, name, type, unit, description }) => {
            const statistics = version.statistics.find((each) => each.key === key);
            const filled = statistics !== undefined && statistics.nulls === 0 && Number(version.rowCount) > 0;
            return {
              name,
              ...TYPES[type],
              ...(description ? { description } : {}),
              ...(unit ? { unit } : {}),
              ...(filled ? { constraints: { required: true } } : {}),
            };
          }),
        },
      },
    ],
  };
}
