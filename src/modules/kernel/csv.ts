/** Signs with which a spreadsheet begins to calculate (OWASP: CSV injection), wide ones and those behind spaces too. */
const CALCULATES = /^([\s\p{Z}]*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** A cell of CSV that no spreadsheet takes for a formula. */
function csvCell(value: string | number | null | undefined): string {
  if (typeof value === 'number') return String(value);
  const text = value ?? '';
  const safe = CALCULATES.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A line of CSV with its end (RFC 4180). Pure. */
export const csvLine = (cells: readonly (string | number | null | undefined)[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** Stands before the first line, without which office software takes UTF-8 for another encoding. */
export const CSV_MARK = '\uFEFF';
