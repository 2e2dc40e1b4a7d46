import { TextTable } from './text-table.js';

export const ROW_FORMATS = ['table', 'csv', 'json', 'ndjson'] as const;
export type RowFormat = (typeof ROW_FORMATS)[number];

export interface Column {
  name: string;
  type: string;
}

export type Row = Record<string, unknown>;

/** Writes rows page by page. */
export interface RowWriter {
  page(rows: readonly Row[]): string;
  end(): string;
}

/** The writer of a format. Pure but for what it remembers of the pages before. */
export function rowWriter(format: RowFormat, columns: readonly Column[]): RowWriter {
  const values = (row: Row) => columns.map(({ name }) => row[name]);
  switch (format) {
    case 'table': {
      const table = new TextTable(columns.map(({ name, type }) => ({ name, numeric: type === 'integer' || type === 'number' })));
      return { page: (rows) => table.lines(rows.map(values)), end: () => '' };
    }
    case 'csv': {
      const line = (cells: readonly unknown[]) => `${cells.map(csvCell).join(',')}\r\n`;
      let head = line(columns.map(({ name }) => name));
      return {
        page: (rows) => {
          const text = head + rows.map((row) => line(values(row))).join('');
          head = '';
          return text;
        },
        end: () => '',
      };
    }
    case 'json': {
      let before = '[\n';
      return {
        page: (rows) => {
          if (rows.length === 0) return '';
          const text = before + rows.map((row) => JSON.stringify(row)).join(',\n');
          before = ',\n';
          return text;
        },
        end: () => (before === '[\n' ? '[]\n' : '\n]\n'),
      };
    }
    case 'ndjson':
      return { page: (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join(''), end: () => '' };
  }
}

/** RFC 4180; values as they are, for programs: nothing is done against formulas, as kernel/csv does for people. */
function csvCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
