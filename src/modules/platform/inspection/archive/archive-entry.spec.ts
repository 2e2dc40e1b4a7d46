import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../refusal-of.fixture.js';
import { ARCHIVE_LIMITS, type ArchiveEntry, checkDirectory, checkEntry, checkGrowth, decodedName } from './archive-entry.js';

const entry = (fields: Partial<ArchiveEntry>): ArchiveEntry => ({
  name: 'a.txt',
  directory: false,
  encrypted: false,
  symlink: false,
  method: 8,
  compressedSize: 100,
  uncompressedSize: 200,
  offset: 0,
  ...fields,
});

it.each([
  [{}, undefined],
  [{ name: '表/甲.csv' }, undefined],
  [{ name: 'a..b/c.txt' }, undefined],
  [{ name: '../a' }, 'zipPath'],
  [{ name: 'a/../../b' }, 'zipPath'],
  [{ name: 'a\\..\\b' }, 'zipPath'],
  [{ name: '/etc/passwd' }, 'zipPath'],
  [{ name: '\\\\server\\a' }, 'zipPath'],
  [{ name: 'c:a' }, 'zipPath'],
  [{ name: 'a\0.txt' }, 'zipPath'],
  [{ name: '' }, 'zipPath'],
  [{ symlink: true }, 'zipLink'],
  [{ encrypted: true }, 'encrypted'],
  [{ method: 12 }, 'zipMethod'],
])('%j: %s', (fields, rule) => {
  expect(refusalOf(() => checkEntry(entry(fields)))).toBe(rule);
});

const MB = 1024 ** 2;
it.each([
  [49 * MB, 1, undefined],
  [51 * MB, MB, undefined],
  [151 * MB, MB, 'zipBomb'],
  [9 * 1024 * MB, 1024 * MB, 'zipBomb'],
])('%i bytes out of %i', (bytes, size, rule) => {
  expect(refusalOf(() => checkGrowth(bytes, size, ARCHIVE_LIMITS))).toBe(rule);
});

describe('a directory', () => {
  const check = (entries: ArchiveEntry[], directoryOffset: number) =>
    refusalOf(() => checkDirectory(entries, 10_000, directoryOffset, { ...ARCHIVE_LIMITS, entries: 3 }));
  const two = [entry({}), entry({ name: 'b.txt', offset: 135 })];

  it.each<[string, ArchiveEntry[], number, string | undefined]>([
    ['of members that follow one another', two, 270, undefined],
    ['in another order', [...two].reverse(), 270, undefined],
    ['of nothing', [], 0, undefined],
    ['of too many', [0, 1, 2, 3].map((index) => entry({ name: String(index), offset: index * 135 })), 540, 'zipEntries'],
    ['of one name in two cases', [entry({}), entry({ name: 'A.txt', offset: 135 })], 270, 'zipDuplicate'],
    ['of a folder and a file of one name', [entry({ name: 'a/' }), entry({ name: 'a', offset: 135 })], 270, 'zipDuplicate'],
    ['of members that overlap', [entry({}), entry({ name: 'b.txt', offset: 50 })], 270, 'zipBomb'],
    ['that begins later', [entry({ offset: 10 })], 200, 'polyglot'],
    ['with something hidden between', [entry({}), entry({ name: 'b.txt', offset: 9000 })], 9135, 'polyglot'],
    ['with something hidden behind', [entry({})], 9000, 'polyglot'],
    ['that claims too much', [entry({ uncompressedSize: 60 * MB })], 135, 'zipBomb'],
  ])('%s', (_, entries, offset, rule) => {
    expect(check(entries, offset)).toBe(rule);
  });
});

it('reads names in UTF-8 and in the code of Chinese Windows', () => {
  expect(decodedName(Buffer.from('通知.pdf'))).toBe('通知.pdf');
  expect(decodedName(iconv.encode('附件.pdf', 'gbk'))).toBe('附件.pdf');
});
