import { readFile, writeFile } from 'node:fs/promises';
import { generatedFiles } from './generated-files.js';

// Rewrites the committed files that are made from the code: the SDL, the OpenAPI document, README's table of settings.
// With --check nothing is written, and a stale file ends it with status 1.
const checkOnly = process.argv.includes('--check');
const current = (file: string) => readFile(file, 'utf8').catch(() => '');

for (const { file, content } of await generatedFiles(current)) {
  if (!checkOnly) await writeFile(file, content);
  const stale = (await current(file)) !== content;
  if (stale) process.exitCode = 1;
  process.stdout.write(`${file}${stale ? ' is stale: run npm run generate' : ''}\n`);
}
