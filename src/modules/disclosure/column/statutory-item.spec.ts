import { describe, expect, it } from 'vitest';
import { article21LevelOf, articleOf, itemsAt } from './statutory-item.js';

describe('article21LevelOf', () => {
  it.each([
    [null, undefined],
    ['某省', undefined],
    ['680000', undefined],
    ['680700', 'cityOrCounty'],
    ['680702', 'cityOrCounty'],
    ['680702000000', 'cityOrCounty'],
    ['680702101', 'township'],
    ['680702101000', 'township'],
    ['110000', undefined],
    ['110100', undefined],
    ['110105', 'cityOrCounty'],
  ])('%s: %s', (region, level) => {
    expect(article21LevelOf(region)).toBe(level);
  });
});

it('leaves out the items of other levels', () => {
  const items = [
    { code: 'A20_01', label: '', aliases: [], attributes: { no: 1 } },
    { code: 'A21_C1', label: '', aliases: [], attributes: { level: 'cityOrCounty' } },
    { code: 'A21_T1', label: '', aliases: [], attributes: { level: 'township' } },
  ];
  expect(itemsAt(items, new Set()).map(({ code }) => code)).toEqual(['A20_01']);
  expect(itemsAt(items, new Set(['township'] as const)).map(({ code }) => code)).toEqual(['A20_01', 'A21_T1']);
});

it.each([
  ['A20_01', '第二十条第（一）项'],
  ['A20_15', '第二十条第（十五）项'],
  ['A21_C4', '第二十一条'],
])('%s stands in %s', (code, place) => {
  expect(articleOf(code)).toBe(place);
});
