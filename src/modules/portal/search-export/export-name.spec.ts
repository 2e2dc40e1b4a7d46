import { expect, it } from 'vitest';
import { exportName } from './export-name.js';

it.each([
  ['公积金', '搜索结果-公积金-2026-11-26.csv'],
  ['', '搜索结果-2026-11-26.csv'],
  ['../../etc/passwd', '搜索结果-etc passwd-2026-11-26.csv'],
  ['a\u202egnp\r\n"x"', '搜索结果-a gnp x-2026-11-26.csv'],
  ['𠮷'.repeat(40), `搜索结果-${'𠮷'.repeat(30)}-2026-11-26.csv`],
])('%j is saved as %s', (q, expected) => {
  expect(exportName(q, '2026-11-26', 'csv')).toBe(expected);
});
