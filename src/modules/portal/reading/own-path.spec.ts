import { expect, it } from 'vitest';
import { ownPath } from './own-path.js';

it.each([
  ['/search?q=%E5%85%AC', '/search?q=%E5%85%AC'],
  ['/', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['https://evil.example/', '/'],
  ['/.//evil.example', '/evil.example'],
  ['/%2e//evil.example', '/evil.example'],
  ['/x/..//evil.example?a=1', '/evil.example?a=1'],
  ['/./\\evil.example', '/evil.example'],
  ['', '/'],
  [undefined, '/'],
  [['/a'], '/'],
  [`/${'a'.repeat(5000)}`, '/'],
])('%j leads to %s', (given, expected) => {
  expect(ownPath(given)).toBe(expected);
});
