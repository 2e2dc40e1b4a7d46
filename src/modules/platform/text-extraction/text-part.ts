/** A piece of what a file says, and where it stands there, as a person would call the place. */
export interface TextPart {
  place: string;
  text: string;
  /** The cells, when the piece is a row of a table. */
  row?: TableRow;
  /** Looked through, but not kept for searching: what stands behind a document more than in it. */
  aside?: true;
}

/** A row by the table it belongs to; an empty cell may be missing. */
export interface TableRow {
  /** The same for every row of one table. */
  table: string;
  cells: string[];
}

/** Reads a file piece by piece; what it returns in the end says why something was left out. */
export type TextReader = (path: string) => AsyncGenerator<TextPart[], string | undefined>;

/** The longest piece: a text without line breaks is cut. */
export const LONGEST_PIECE = 32_768;
