import { expect, it } from 'vitest';
import { checkedName } from '../inspection/file-name.js';
import { comesPlain, fileNameOf, kept, mediaTypeOf } from './answer-head.js';

const header = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding).toString('latin1');
const GBK = Buffer.from([0xb1, 0xed]).toString('latin1'); // 表

it.each([
  [undefined, '/a/%E8%A1%A8.csv', '表.csv'],
  [undefined, '/a/b%2F..%2Fc.csv', 'c.csv'],
  [undefined, '/%zz.csv', '%zz.csv'],
  [undefined, '/a/', undefined],
  [undefined, '/..%2e', undefined],
  ['inline', '/a.csv', 'a.csv'],
  ['attachment; filename=a.csv', '/x', 'a.csv'],
  ['attachment; filename=a.csv; size=3', '/x', 'a.csv'],
  ['attachment; filename="a \\"b\\".csv"', '/x', 'a _b_.csv'],
  [header('attachment; filename="表.csv"'), '/x', '表.csv'],
  [`attachment; filename="${GBK}.csv"`, '/x', '表.csv'],
  ['attachment; filename="%E8%A1%A8.csv"', '/x', '表.csv'],
  ["attachment; filename=x.csv; filename*=UTF-8''%E8%A1%A8.csv", '/x', '表.csv'],
  ["attachment; filename*=GBK''%B1%ED.csv", '/x', '表.csv'],
  ['attachment; filename="../../etc/passwd"', '/x', 'passwd'],
  ['attachment; filename="C:\\\\a\\\\b.csv"', '/x', 'b.csv'],
  ["attachment; filename*=UTF-8''..%2F..%2Fa%00%0a.csv", '/x', 'a.csv'],
  ["attachment; filename*=UTF-8''a%E2%80%AEvsc.exe", '/x', 'avsc.exe'],
  ['attachment; filename=".htaccess"', '/x', 'htaccess'],
  ['attachment; filename=".."', '/x.csv', 'x.csv'],
  ['attachment; filename="a.csv. . "', '/x', 'a.csv'],
  [`attachment; filename="${'a'.repeat(500)}.csv"`, '/x', `${'a'.repeat(196)}.csv`],
])('%j of %s is named %j', (disposition, address, name) => {
  const given = fileNameOf(disposition, new URL(address, 'http://a.example'));
  expect(given).toBe(name);
  if (given !== undefined) expect(checkedName(given)).toBe(given);
});

it.each([
  ['text/csv', 'text/csv'],
  [' Text/CSV ;charset=gbk', 'text/csv'],
  ['application/vnd.ms-excel', 'application/vnd.ms-excel'],
  ['csv', undefined],
  ['text/csv<script>', undefined],
  [undefined, undefined],
])('the media type of %j is %j', (text, type) => expect(mediaTypeOf(text)).toBe(type));

it.each([
  [{}, true],
  [{ 'content-encoding': 'identity', 'transfer-encoding': 'Chunked' }, true],
  [{ 'content-encoding': 'gzip' }, false],
  [{ 'content-encoding': 'identity, gzip' }, false],
  [{ 'transfer-encoding': 'gzip, chunked' }, false],
])('%o comes plain: %s', (headers, plain) => expect(comesPlain(headers)).toBe(plain));

it('values to send back have an end', () => {
  expect([kept('"a"'), kept(''), kept('a'.repeat(1001)), kept(undefined)]).toEqual(['"a"', undefined, undefined, undefined]);
});
