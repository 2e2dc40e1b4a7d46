import { formatNamed } from '../../platform/inspection/index.js';

/** Endings by media type, for addresses that have none. */
const ENDINGS: Record<string, string> = {
  'text/csv': 'csv',
  'text/plain': 'txt',
  'application/json': 'json',
  'application/geo+json': 'geojson',
  'application/x-ndjson': 'ndjson',
  'application/pdf': 'pdf',
  'application/vnd.apache.parquet': 'parquet',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
};

/** What a fetched file is called: as the caller says, else as the other side does, with an ending by its type. Pure. */
export function fetchedName(given: string | undefined, { fileName, mediaType }: { fileName?: string; mediaType?: string }): string {
  const name = given ?? fileName ?? '网上的文件';
  const ending = ENDINGS[mediaType ?? ''];
  return formatNamed(name) || ending === undefined ? name : `${name}.${ending}`;
}
