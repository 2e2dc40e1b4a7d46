import { expect, it } from 'vitest';
import { earliest, findingOfStart, sayMoved } from './clock-start.js';

it.each([
  ['2026-11-02', [], '2026-11-02'],
  ['2026-11-02', [null], '2026-11-02'],
  ['2026-11-20', ['2026-11-02', null], '2026-11-02'],
  ['2026-11-02', ['2026-11-20', '2026-11-05'], '2026-11-02'],
] as const)('of %s and %j the period runs from %s', (day, known, from) => {
  expect(earliest(day, ...known)).toBe(from);
});

it.each([
  ['2026-11-02', '2026-11-02', 0],
  ['2026-11-02', '2026-11-01', 1],
])('declared %s, known %s: %i findings', (formedOn, countedFrom, count) => {
  const findings = findingOfStart({ formedOn, countedFrom });
  expect(findings).toHaveLength(count);
  expect(findings.every(({ severity, message }) => severity === 'block' && message.includes(countedFrom))).toBe(true);
});

it.each([
  ['2026-11-02', '2026-11-02', '2026-11-02', undefined],
  ['2026-11-02', '2026-10-30', '2026-10-30', '形成或变更日期由 2026-11-02 改为 2026-10-30'],
  [
    '2026-11-02',
    '2026-11-20',
    '2026-11-02',
    '形成或变更日期由 2026-11-02 改为 2026-11-20，公开期限仍自 2026-11-02 起算（《政府信息公开条例》第二十六条）',
  ],
])('from %s to %s, counted from %s: %s', (before, after, countedFrom, said) => {
  expect(sayMoved(before, after, countedFrom)).toBe(said);
});
