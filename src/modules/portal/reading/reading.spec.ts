import { expect, it } from 'vitest';
import { cookieText, parseReading } from './reading.js';

it.each([
  [undefined, 'zh', false],
  ['reading=en', 'en', false],
  ['a=b; reading=zh-care', 'zh', true],
  ['reading=en-care; a=b', 'en', true],
  ['reading=fr', 'zh', false],
  ['xreading=en', 'zh', false],
  ['reading=en-care"', 'zh', false],
])('%j reads %s, care %s', (cookies, language, care) => {
  const reading = parseReading(cookies, '/x');
  expect([reading.language, reading.care, reading.here]).toEqual([language, care, '/x']);
  expect(parseReading(`reading=${cookieText(reading)}`, '/x')).toEqual(reading);
});
