import { expect, it } from 'vitest';
import { ArrayScanner, SecondRoot } from './array-scanner.js';

function scanned(text: string, size: number): string[] {
  const heard: string[] = [];
  const scanner = new ArrayScanner({
    array: ({ path, position }) => heard.push(`${position}:${path.join('/')}`) > 0,
    element: (element) => void heard.push(element.trim()),
  });
  for (let at = 0; at < text.length; at += size) scanner.push(text.slice(at, at + size));
  scanner.end();
  return heard;
}

it.each([1, 2, 7, 1_000])('finds arrays in chunks of %s', (size) => {
  expect(scanned(' [ {"a":"]"} , 1,"x,\\"]", [1,[2]] ,{"b":{"c":[1]}}]\n', size)).toEqual([
    '0:',
    '{"a":"]"}',
    '1',
    '"x,\\"]"',
    '[1,[2]]',
    '{"b":{"c":[1]}}',
  ]);
  expect(scanned('{"code":0,"msg":"a:[{","data":{"total":1,"rows":[{"a":1}],"b":[]},"c":[2]}', size)).toEqual([
    '0:data/rows',
    '{"a":1}',
    '1:data/b',
    '2:c',
    '2',
  ]);
});

it.each([
  ['[1,2', '没有结束'],
  ['{"a":[1', '没有结束'],
  ['', '没有结束'],
  ['[}]', '不是正确的 JSON'],
  [']', '不是正确的 JSON'],
  ['<html>', '不是正确的 JSON'],
  ['"a"', '不是正确的 JSON'],
  ['{"a":'.repeat(101), '嵌套超过 100 层'],
])('%j: %s', (text, sentence) => {
  expect(() => scanned(text, 100)).toThrow(sentence);
});

it('tells lines of JSON', () => {
  expect(() => scanned('{"a":1}\n{"a":2}', 3)).toThrow(SecondRoot);
});
