/** More than this many rows are read from the structured answer. */
const MOST_SHOWN = 20;

type Cell = string | number | boolean | null;

interface Rows {
  columns: readonly { name: string; unit: string | null }[];
  rows: readonly Record<string, Cell>[];
  total: number | null;
  nextCursor: string | null;
}

/** Rows as a table of Markdown, the first few of them. Pure. */
export function rowLines({ columns, rows, total, nextCursor }: Rows): string {
  if (rows.length === 0) return '没有符合条件的行。';
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const shown = rows.slice(0, MOST_SHOWN).map((row) => line(columns.map(({ name }) => cellOf(row[name]))));
  const more = rows.length > MOST_SHOWN ? `（此处只列前 ${MOST_SHOWN} 行，本页共 ${rows.length} 行）` : '';
  const rest = nextCursor ? '后面还有，用 cursor 取下一页。' : '';
  return [
    ...(total === null ? [] : [`共 ${total} 行。`]),
    line(columns.map(({ name, unit }) => cellOf(unit && !name.includes(unit) ? `${name}（${unit}）` : name))),
    line(columns.map(() => '---')),
    ...shown,
    ...(more + rest ? [more + rest] : []),
  ].join('\n');
}

const cellOf = (value: Cell | undefined): string => (value === null || value === undefined ? '' : String(value).replace(/[|\r\n]+/g, ' '));
