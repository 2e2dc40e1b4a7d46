import { expect, it } from 'vitest';
import { columnName, placeOf } from './workbook-table.js';

it.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is %s', (index, name) => {
  expect(columnName(index)).toBe(name);
  expect(placeOf(`${name}12`)).toEqual({ column: index, row: 12 });
});

it.each(['', 'A', 'A0', '12', 'a1', 'ABCD1', 'A12345678'])('“%s” is no address', (address) => {
  expect(placeOf(address)).toBeUndefined();
});
