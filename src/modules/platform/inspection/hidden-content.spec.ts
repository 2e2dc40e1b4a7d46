import { expect, it } from 'vitest';
import { endsAsArchive, HiddenContentScan, hidesPdf } from './hidden-content.js';
import { refusalOf } from './refusal-of.fixture.js';

const end = (comment: number) => {
  const record = Buffer.alloc(22);
  record.write('PK\x05\x06', 'latin1');
  record.writeUInt16LE(comment, 20);
  return record;
};

it.each([
  ['nothing of the kind', Buffer.from('%%EOF'), false],
  ['an end', end(0), true],
  ['an end with a comment', Buffer.concat([end(3), Buffer.from('abc')]), true],
  ['an end with something behind', Buffer.concat([end(0), Buffer.from('abc')]), true],
  ['half an end', end(0).subarray(0, 10), false],
  ['an end whose comment is not there', end(9), false],
])('%s makes an archive: %s', (_, tail, archive) => {
  expect(endsAsArchive(Buffer.concat([Buffer.alloc(50, 1), tail]))).toBe(archive);
});

it('sees a PDF that begins later, and none that begins at once or too late', () => {
  expect(['%PDF-1.7', 'a%PDF-', `${'a'.repeat(2000)}%PDF-`].map((text) => hidesPdf(Buffer.from(text)))).toEqual([false, true, false]);
});

it.each([
  [['pixels'], undefined],
  [['<scr', 'ipt>'], 'polyglot'],
  [['a<?PHP ', 'x'], 'polyglot'],
  [['Rar!\x1a', '\x07'], 'polyglot'],
])('a picture of %j: %s', (chunks, rule) => {
  const scan = new HiddenContentScan();
  expect(refusalOf(() => chunks.forEach((chunk) => scan.take(Buffer.from(chunk, 'latin1'))))).toBe(rule);
});
