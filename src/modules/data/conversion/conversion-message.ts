import type { TableSchema } from '../table/table-schema.js';

/** What the process that converts a file is told. */
export interface ConversionOrder {
  file: string;
  format: string;
  /** Folder of its own; the Parquet files it makes lie here. */
  folder: string;
  memoryMegabytes: number;
  /** Declared items (信息项) of the record, for matching. */
  items: { name: string; type?: string | null; length?: string | null; description?: string | null }[];
}

/** A table that was made of a file. */
export interface MadeTable {
  /** Sheet, where the file has several tables. */
  sheet: string | null;
  /** The Parquet file. */
  file: string;
  schema: TableSchema;
  rowCount: number;
  encoding?: string;
  /** The log in plain words. */
  notes: string[];
}

export type ConversionMessage =
  | { type: 'progress'; rows: number }
  | { type: 'done'; tables: MadeTable[]; notes: string[] }
  /** `message` is for people when the file is at fault. */
  | { type: 'unreadable'; message: string }
  | { type: 'failed'; message: string };
