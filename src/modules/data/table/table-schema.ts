/** Types of columns; `datetime` is local time without a zone, as tables of offices have it. */
export const COLUMN_TYPES = ['string', 'integer', 'number', 'boolean', 'date', 'datetime', 'time'] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

export const isNumeric = ({ type }: { type: ColumnType }) => type === 'integer' || type === 'number';

/** A column of a table, as it is kept and asked for. */
export interface TableColumn {
  /** Stable ASCII name (pinyin), unique in the table: `[a-z][a-z0-9_]{0,62}`; the column of the Parquet file. */
  key: string;
  /** As the file has it, unique in the table. */
  name: string;
  type: ColumnType;
  /** Unit of its numbers, such as 万元 or %. */
  unit?: string;
  /** Decimal places, when every number has a finite exact form of at most nine. */
  scale?: number;
  /** Declared item (信息项) of the record that it is. */
  item?: string;
  description?: string;
}

/** What a version of a table holds; kept with it as JSON. */
export interface TableSchema {
  columns: TableColumn[];
  /** Keys of the columns that place a row on a map, WGS 84 or as given. */
  point?: { longitude: string; latitude: string };
  /** Key of the column that has GeoJSON geometries as text. */
  geometry?: string;
  /** Key of the column of administrative division codes (GB/T 2260). */
  region?: string;
}
