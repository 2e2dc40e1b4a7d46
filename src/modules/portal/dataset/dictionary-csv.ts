import type { Dataset } from '../../catalog/index.js';

/** What a spreadsheet would calculate. */
const FORMULA = /^[=+\-@\t\r]/;

/** The items of a dataset as a CSV file that spreadsheets open (RFC 4180, with a byte order mark); `columns` heads it. Pure. */
export function dictionaryCsv(items: Dataset['items'], columns: readonly string[]): string {
  const rows = [columns, ...items.map(({ name, type, length, description }) => [name, type, length, description])];
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(value: string | null | undefined): string {
  const text = value ?? '';
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
