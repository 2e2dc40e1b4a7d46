import { expect, it } from 'vitest';
import { StringTable } from './string-table.js';

it('keeps many strings by number', () => {
  const table = new StringTable();
  const long = '长'.repeat(2_000_000);
  for (let number = 0; number < 3_000; number++) table.add(`第${number}`);
  table.add(long);
  table.add('');
  expect([table.at(0), table.at(2_999), table.at(2_999), table.at(3_000) === long, table.at(3_001)]).toEqual([
    '第0',
    '第2999',
    '第2999',
    true,
    '',
  ]);
  expect([table.at(3_002), table.at(-1), table.at(Number.NaN)]).toEqual(['', '', '']);
});

it('refuses more than it may keep', () => {
  const table = new StringTable(1_000);
  expect(() => {
    for (let number = 0; number < 1_000; number++) table.add('字');
  }).toThrow('共享字符串');
});
