/** A cell as a workbook holds it: its value alone, never its formula. */
export interface TableCell {
  text: string;
  /** It was a number, not a text. */
  numeric: boolean;
  /** It was an error such as #N/A. */
  error: boolean;
}

/** One row that holds anything, with its number in the sheet. */
export interface TableRow {
  number: number;
  /** By number of the column, from 0. */
  cells: Map<number, TableCell>;
}

export interface WorkbookTable {
  name: string;
  rows: TableRow[];
}

/** A workbook as plain tables. */
export interface Workbook {
  tables: WorkbookTable[];
  /** Days are counted from 1904, as old programs for other machines did. */
  from1904: boolean;
}

/** `0` is A, `27` is AB. */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

/** Column and row of an address such as `AB12`; undefined when it is none. */
export function placeOf(address: string): { column: number; row: number } | undefined {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address) ?? [];
  if (!letters || !digits) return undefined;
  return { column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1, row: Number(digits) };
}
