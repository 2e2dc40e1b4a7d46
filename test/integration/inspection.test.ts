import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FileInspector, Refusal } from '../../src/modules/platform/inspection/index.js';
import { officeOf, oleOf } from '../support/crafted-office.js';
import { pdfOf } from '../support/crafted-pdf.js';
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

/** Files that are meant to keep the inspection busy for hours, or to fill its memory: they end within the time of a test. */
const chainsInCircles = oleOf({ WordDocument: Buffer.alloc(9000) });
chainsInCircles.writeUInt32LE(0, 68);
chainsInCircles.writeUInt32LE(0xffffffff, 44);
const looping = oleOf({ 'PowerPoint Document': Buffer.alloc(9000) });
// Each sector of the stream follows itself, and the stream claims four gigabytes.
for (let at = 512 + 2 * 4; at < 1024; at += 4) looping.writeUInt32LE((at - 512) / 4, at);
looping.writeUInt32LE(0xfffffff0, 1024 + 128 + 120);
const tiring: [string, string, Buffer][] = [
  ['quotation marks before a formula', '表.csv', Buffer.from(`|${'"'.repeat(3_000_000)}`)],
  [
    'fields that never end',
    '文.docx',
    officeOf('docx', { main: '<instrText '.repeat(1_000_000), parts: [{ name: 'noise.bin', content: randomBytes(100_000) }] }),
  ],
  ['beginnings of streams', '文.pdf', pdfOf({ objects: ['stream\n'.repeat(1_000_000)] })],
  ['tables in circles', '文.doc', chainsInCircles],
  ['a stream in a circle', '片.ppt', looping],
  ['relations without end', '文.docx', officeOf('docx', { relations: '<a>'.repeat(200_000) })],
];

describe('what is meant to tire', () => {
  it.each(tiring)('%s', async (_, name, content) => {
    expect(await inspect(name, content)).toMatch(/^(csv|docx|doc|ppt|\w+: .*。)$/);
  });
});

describe('what is refused', () => {
  it.each(MALICIOUS)('%s (%s)', async (_, rule, name, content) => {
    expect(await inspect(name, content)).toMatch(new RegExp(`^${rule}: .*[\\u4e00-\\u9fff].*。$`));
  });
});
