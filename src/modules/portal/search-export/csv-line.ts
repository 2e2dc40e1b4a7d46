/** Signs with which a spreadsheet begins to calculate (OWASP: CSV injection), wide ones too. */
const CALCULATES = /^([\s\p{Z}]*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** A line of CSV (RFC 4180) whose cells no spreadsheet takes for formulas. Pure. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

function cell(text: string): string {
  const safe = CALCULATES.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
