export const EXPORT_FORMATS = ['csv', 'xlsx', 'json', 'ndjson', 'parquet', 'geojson'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** How an export is written. */
export interface ExportOptions {
  format: ExportFormat;
  /** A byte order mark before a csv, without which office software takes it for another encoding. */
  bom: boolean;
  /** Columns by their names or by their ASCII keys. */
  names: 'name' | 'key';
  /** Whether texts that a spreadsheet would calculate get an apostrophe before them. */
  formulas: 'keep' | 'neutralize';
}

export const MEDIA_TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  parquet: 'application/vnd.apache.parquet',
  geojson: 'application/geo+json',
};
