import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { generatedFiles } from '../../src/generated-files.js';

const read = (file: string) => readFile(file, 'utf8').catch(() => '');

it('are what the code says; npm run generate rewrites them', async () => {
  const files = await generatedFiles(read);
  expect(files.length).toBeGreaterThanOrEqual(2);
  for (const { file, content } of files) expect(await read(file), `${file} is stale`).toBe(content);
});
