/** A row of a table file; all cells are text, dates as ISO text. */
export interface SourceRow {
  /** Line or row in the file, from 1. */
  number: number;
  cells: string[];
}

/** One table of a file. */
export interface SheetSource {
  /** Name of the sheet; null where a file has one table. */
  name: string | null;
  /** Rows in the order of the file, in batches; may be asked for more than once. */
  rows(): AsyncGenerator<SourceRow[]>;
}

/** An opened file. */
export interface OpenedSource {
  sheets: SheetSource[];
  /** What people should know, a sentence each. */
  notes: string[];
  close(): Promise<void>;
}

/** Opens a file of one format. @throws UnreadableTable */
export type TableSource = (path: string) => Promise<OpenedSource>;

/** A file that cannot become a table, or not further; the message is a sentence for people. */
export class UnreadableTable extends Error {}
