import { expect, it } from 'vitest';
import { headerText, isAddress } from './header-text.js';

it.each([
  ['关于食堂的通知', '关于食堂的通知'],
  ['标题\r\nBcc: all@example.org', '标题 Bcc: all@example.org'],
  ['标题\u2028\u202e倒', '标题 倒'],
  ['  多  个   空格 ', '多 个 空格'],
  ['长'.repeat(300), `${'长'.repeat(199)}…`],
])('%j stands in a header as %j', (given, expected) => {
  expect(headerText(given)).toBe(expected);
});

it.each([
  ['lin@example.gov.cn', true],
  ['a@b, c@d', false],
  ['a@b\r\nBcc: c@d', false],
  ['林 <a@b>', false],
  ['nobody', false],
])('%j is an address: %s', (given, expected) => {
  expect(isAddress(given)).toBe(expected);
});
