import { expect, it } from 'vitest';
import { parseChineseNumeral } from './chinese-numeral.js';

it.each([
  ['七十三', 73],
  ['十', 10],
  ['七百四十二', 742],
  ['一百零五', 105],
  ['一千〇一', 1001],
  ['二〇一六', 2016],
  ['七四二', 742],
  ['', undefined],
  ['三x', undefined],
])('%s', (text, value) => {
  expect(parseChineseNumeral(text)).toBe(value);
});
