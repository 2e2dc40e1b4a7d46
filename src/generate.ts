import { readFile, writeFile } from 'node:fs/promises';
import { generatedFiles } from './generated-files.js';

// Rewrites the committed files that are made from the code: the SDL, the OpenAPI document, README's table of settings.
for (const { file, content } of await generatedFiles((file) => readFile(file, 'utf8').catch(() => ''))) {
  await writeFile(file, content);
  process.stdout.write(`${file}\n`);
}
