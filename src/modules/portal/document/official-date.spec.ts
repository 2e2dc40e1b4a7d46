import { expect, it } from 'vitest';
import { endsSigned, officialDate } from './official-date.js';

it.each([
  ['2024-05-08', '2024年5月8日'],
  ['2024-05', '2024-05'],
  ['2024', '2024'],
])('%s is written %s', (date, expected) => {
  expect(officialDate(date)).toBe(expected);
});

it.each([
  ['现通知如下。\n教育局\n2024年5月8日\n（此件公开发布）', true],
  ['现通知如下。\n2024 年 5 月 8 日', true],
  ['自2024年5月9日起施行。', false],
  [`2024年5月8日${'字'.repeat(300)}`, false],
])('%s', (body, expected) => {
  expect(endsSigned(body, '2024-05-08')).toBe(expected);
});
