import { describe, expect, it } from 'vitest';
import { TextTable } from './text-table.js';
import { harmless, shortened, widthOf } from './text-width.js';

describe('widthOf', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['区县', 4],
    ['Ａ１（）', 8],
    ['é', 1],
    ['e\u0301', 1],
    ['𠀀', 2],
    ['PM2.5浓度', 9],
  ])('of “%s” is %i', (text, expected) => {
    expect(widthOf(text)).toBe(expected);
  });
});

it.each([
  ['公积金贷款', 10, '公积金贷款'],
  ['公积金贷款', 9, '公积金贷…'],
  ['公积金贷款', 8, '公积金…'],
  ['abcdef', 4, 'abc…'],
])('“%s” in %i columns is “%s”', (text, most, expected) => {
  expect(shortened(text, most)).toBe(expected);
  expect(widthOf(shortened(text, most))).toBeLessThanOrEqual(most);
});

it('lets no text steer the terminal', () => {
  expect(harmless('a\u001b[31mb\r\nc\u202ed')).toBe('a [31mb c d');
});

it('makes columns of equal width, numbers at the right, and keeps the width from page to page', () => {
  const table = new TextTable([
    { name: '区县', numeric: false },
    { name: '金额', numeric: true },
  ]);
  expect(
    table.lines([
      ['海陵区', 5],
      ['x', 12345],
    ]),
  ).toBe('区县     金额\n------  -----\n海陵区      5\nx       12345\n');
  expect(table.lines([[null, 1]])).toBe('            1\n');
});
