import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { NASTY_JSON, NASTY_OPEN_DOCUMENTS, NASTY_WORKBOOKS } from './nasty-workbooks.fixture.js';
import { sourceOf } from './source-of-format.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'haozhao-source-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function rowsOf(rows: AsyncGenerator<{ number: number; cells: string[] }[]>) {
  const all: [number, ...string[]][] = [];
  for await (const batch of rows) for (const { number, cells } of batch) all.push([number, ...cells]);
  return all;
}

it.each([...NASTY_WORKBOOKS, ...NASTY_OPEN_DOCUMENTS, ...NASTY_JSON])('$format: $name', async ({ format, bytes, sheets, notes = [] }) => {
  const file = path.join(folder, `file.${format}`);
  await writeFile(file, await bytes());
  const open = await sourceOf(format)!(file);
  try {
    const read = [];
    for (const sheet of open.sheets) {
      // A look at the beginning does not disturb the reading that follows.
      for await (const _ of sheet.rows()) break;
      read.push({ name: sheet.name, rows: await rowsOf(sheet.rows()) });
    }
    expect(read).toEqual(sheets);
    expect(open.notes).toEqual(notes.map((note) => expect.stringContaining(note) as string));
  } finally {
    await open.close();
  }
});

it.each([
  ['xls', 'Excel 97–2003 文件（.xls）不能做成表，请另存为 .xlsx 或 .csv'],
  ['et', '请另存为 .xlsx 或 .csv'],
])('%s is not read, and says what to do', async (format, sentence) => {
  await expect(sourceOf(format)!(folder)).rejects.toThrow(sentence);
});
