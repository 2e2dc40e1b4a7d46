import { writeFile } from 'node:fs/promises';

/** Puts rows aside as csv whose every value is quoted, so that an empty text is no missing value. */
export async function stageCells(cells: readonly (readonly (string | null)[])[], file: string): Promise<void> {
  const lines = cells.map((row, index) =>
    [index, ...row.map((cell) => (cell === null ? '' : `"${cell.replaceAll('"', '""')}"`))].join(','),
  );
  await writeFile(file, `${lines.join('\n')}\n`);
}
