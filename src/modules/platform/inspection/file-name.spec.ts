import { describe, expect, it } from 'vitest';
import { checkedName, extensionOf, refuseRunning } from './file-name.js';
import { refusalOf } from './refusal-of.fixture.js';

it.each([
  ['通知.PDF', 'pdf'],
  ['a.tar.gz', 'gz'],
  ['通知', ''],
  ['.htaccess', ''],
  ['a.', ''],
  ['a.b c', ''],
  ['2026.11.20', '20'],
])('the extension of %s is “%s”', (name, extension) => {
  expect(extensionOf(name)).toBe(extension);
});

describe('names', () => {
  it.each([
    ['通知.pdf', '通知.pdf'],
    ['C:\\公文\\通知.pdf', '通知.pdf'],
    ['../../通知.pdf', '通知.pdf'],
    ['  表 1.csv ', '表 1.csv'],
    ['cafe\u0301.txt', 'café.txt'],
  ])('%j is kept as %j', (given, kept) => {
    expect(checkedName(given)).toBe(kept);
  });

  it.each(['', '/', '..', 'a/..', 'a\u202efdp.exe', 'a\u200b.pdf', 'a\n.pdf', 'a\0.pdf', 'a:b.txt', 'a?.txt', 'a.pdf.', '长'.repeat(201)])(
    '%j is refused',
    (given) => expect(refusalOf(() => checkedName(given))).toBe('badName'),
  );
});

it.each([
  ['通知.pdf', undefined],
  ['通知.pdf.exe', 'executable'],
  ['a.JS', 'executable'],
  ['a.lnk', 'executable'],
  ['a.docm', 'macro'],
  ['a.xlsb', 'macro'],
])('what runs by its name: %s', (name, rule) => {
  expect(refusalOf(() => refuseRunning(name))).toBe(rule);
});
