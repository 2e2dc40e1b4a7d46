import { expect, it } from 'vitest';
import { iriOf } from './iri.js';

it.each([
  ['https://example.gov.cn/a?b=1&c=2#d', 'https://example.gov.cn/a?b=1&c=2#d'],
  ['HTTP://example.gov.cn', 'HTTP://example.gov.cn'],
  ['https://example.gov.cn/公开/第 1 号.html', 'https://example.gov.cn/公开/第%201%20号.html'],
  ['https://example.gov.cn/<b>"x"{y}|\\^`', 'https://example.gov.cn/%3Cb%3E%22x%22%7By%7D%7C%5C%5E%60'],
  ['https://example.gov.cn/a[1]%zz%20', 'https://example.gov.cn/a%5B1%5D%25zz%20'],
  ['https://example.gov.cn/𠮷\u202e\ud800', 'https://example.gov.cn/𠮷%E2%80%AE%EF%BF%BD'],
  ['https://example.gov.cn/a#b#c', 'https://example.gov.cn/a#b%23c'],
  ['https://[::1]/a', 'https://[::1]/a'],
  ['https://exa mple/a', undefined],
  ['javascript:alert(1)', undefined],
  [' javascript:alert(1)//https://x', undefined],
  ['data:text/html,<b>', undefined],
  ['见附件', undefined],
  ['', undefined],
])('%j is the IRI %j', (address, expected) => {
  expect(iriOf(address)).toBe(expected);
});
