import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FileInspector, Refusal } from '../../src/modules/platform/inspection/index.js';
import { GOOD, MALICIOUS } from '../support/crafted-file.js';

let folder: string;
let inspector: FileInspector;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'haozhao-inspect-'));
  inspector = new FileInspector(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function inspect(name: string, content: Buffer): Promise<string> {
  const file = path.join(folder, 'given');
  await writeFile(file, content);
  const verdict = await inspector.inspect(file, name).then(
    ({ format }) => format,
    (error: unknown) => (error instanceof Refusal ? `${error.rule}: ${error.message}` : Promise.reject(error as Error)),
  );
  expect(await readdir(folder)).toEqual(['given']);
  return verdict;
}

describe('what departments send every day', () => {
  it.each(GOOD)('%s: %s', async (format, name, content) => {
    expect(await inspect(name, content)).toBe(format);
  });
});

describe('what is refused', () => {
  it.each(MALICIOUS)('%s (%s)', async (_, rule, name, content) => {
    expect(await inspect(name, content)).toMatch(new RegExp(`^${rule}: .*[\\u4e00-\\u9fff].*。$`));
  });
});
