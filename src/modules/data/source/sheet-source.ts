/** A row of a file, all cells as text: dates as ISO text, empty cells as ''; cells after the last may be missing. */
export interface SourceRow {
  /** Line or row in the file, from 1; 0 for names that the format itself gives, as keys of objects. */
  number: number;
  cells: string[];
}

/** One table of a file, read as often as it is asked for. */
export interface SheetSource {
  /** Name of the sheet, or null when the file has only one table. */
  name: string | null;
  /** Rows in batches. @throws UnreadableTable */
  rows(): AsyncGenerator<SourceRow[]>;
}

/** A file that is open for reading. */
export interface OpenTables {
  sheets: SheetSource[];
  /** Sentences for the department, such as a hidden sheet that was left out; more may come while rows are read. */
  notes: string[];
  close(): Promise<void>;
}

/** Opens the tables of a file of one format. @throws UnreadableTable */
export type TableSource = (path: string) => Promise<OpenTables>;

/** A file, or a table of one, that cannot be read; the message is a sentence for people. */
export class UnreadableTable extends Error {}
