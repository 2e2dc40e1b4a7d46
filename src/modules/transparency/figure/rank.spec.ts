import { expect, it } from 'vitest';
import type { FigureValues } from './tally.js';
import { inOrder } from './rank.js';

const of = (share: number | null) => ({ 'publishing.onTimeShare': share }) as FigureValues;
const departments = [
  [null, of(50)],
  ['b', of(50)],
  ['d', of(null)],
  ['a', of(50)],
  ['c', of(90)],
] as const;
const codes = (order: 'asc' | 'desc') => inOrder(departments, 'publishing.onTimeShare', order).map(([code]) => code);

it('puts the highest or the lowest first, equal ones by code, those without a value last', () => {
  expect(codes('desc')).toEqual(['c', 'a', 'b', null, 'd']);
  expect(codes('asc')).toEqual(['a', 'b', null, 'c', 'd']);
});
