import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ImportTally, RecordImporter } from '../../../src/modules/catalog/index.js';
import type { FieldError } from '../../../src/modules/kernel/app-error.js';
import type { TestApplication } from '../../support/test-application.js';

/** A line that was refused, as it stands in the file of refused lines. */
export interface RejectedLine {
  line: number;
  identifier?: string;
  errors: FieldError[];
  text: string;
}

/** What an import did. */
export interface ImportResult {
  tally: ImportTally;
  rejected: RejectedLine[];
}

/** Runs `work` in a temporary folder that is gone afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'haozhao-import-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Imports a file as the command does. */
export async function importFile({ app }: TestApplication, file: string): Promise<ImportResult> {
  const rejectedFile = `${file}.rejected.jsonl`;
  const tally = await app.get(RecordImporter).import(file, { context: { actor: 'test', requestId: null }, rejectedFile });
  const rejected = existsSync(rejectedFile) ? (await readFile(rejectedFile, 'utf8')).trimEnd().split('\n') : [];
  return { tally, rejected: rejected.map((line) => JSON.parse(line) as RejectedLine) };
}

/** Imports content from a folder that also holds `files`, by relative path. */
export function importContent(
  running: TestApplication,
  content: string | Buffer,
  files: Record<string, string | Buffer> = {},
): Promise<ImportResult> {
  return inFolder(async (folder) => {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), text);
    }
    const file = path.join(folder, 'records.jsonl');
    await writeFile(file, content);
    return importFile(running, file);
  });
}

/** Lines of the interchange format. */
export const jsonLines = (...records: object[]): string => records.map((record) => `${JSON.stringify(record)}\n`).join('');
