import { expect, it } from 'vitest';
import { wordsOfPath } from './words-of-path.js';

it.each([
  ['/zwgk/公积金贷款办法.html', '公积金贷款办法'],
  ['/%E5%85%AC%E7%A7%AF%E9%87%91', '公积金'],
  ['/documents/school-enrol_2024', 'school enrol 2024'],
  ['/', undefined],
  ['/12345', undefined],
  ['/%E5%85', undefined],
  [`/${'长'.repeat(61)}`, undefined],
])('%s speaks of %s', (path, words) => {
  expect(wordsOfPath(path)).toBe(words);
});
