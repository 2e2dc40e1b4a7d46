import { readdirSync, readFileSync } from 'node:fs';

/** Lines of a data file beside the code, without comments and blank lines. */
export function linesOf(file: URL): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.replace(/#.*$/, '').trim())
    .filter((line) => line !== '');
}

/** Lines of every `.txt` file of a folder, in order of name. */
export function linesOfFolder(folder: URL): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names.sort().flatMap((name) => linesOf(new URL(name, folder)));
}
