import { readdirSync, readFileSync } from 'node:fs';

/** Lines of a list without comments (`#`) and empty lines. */
export function readWordList(file: URL): string[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.map((line) => line.replace(/\s*#.*$/, '').trim()).filter((line) => line !== '');
}

/** Lines of all `.txt` lists of a folder, in order of their names. */
export function readWordLists(folder: URL): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names.sort().flatMap((name) => readWordList(new URL(name, folder)));
}
