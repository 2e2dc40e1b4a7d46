import { expect, it } from 'vitest';
import { SearchInput } from '../search/index.js';
import { savedSearchOf, searchInputOf, searchKeyOf, searchPathOf } from './saved-search.js';

const saved = (change: Partial<SearchInput>) => savedSearchOf(Object.assign(new SearchInput(), change));

it.each([
  [{}, {}, '/search?sort=newest'],
  [{ q: '公积金 &' }, { q: '公积金 &' }, '/search?q=%E5%85%AC%E7%A7%AF%E9%87%91+%26&sort=newest'],
  [
    { year: ['2024', '2023', '2024'], kind: ['dataset'] },
    { kind: ['dataset'], year: ['2023', '2024'] },
    '/search?kind=dataset&year=2023&year=2024&sort=newest',
  ],
  [{ q: '', sort: 'title' as const, limit: 3, cursor: 'x', explain: true }, {}, '/search?sort=newest'],
])('%j is kept as %j', (given, expected, path) => {
  expect(saved(given)).toEqual(expected);
  expect(searchPathOf(saved(given))).toBe(path);
  expect(searchInputOf(saved(given))).toMatchObject({ ...expected, sort: 'newest', limit: 20, explain: false });
});

it('has one key for one search', () => {
  expect(searchKeyOf({ kind: ['dataset'], q: 'a' })).toBe(searchKeyOf({ q: 'a', kind: ['dataset'] }));
  expect(searchKeyOf({ q: 'a' })).not.toBe(searchKeyOf({ q: 'b' }));
  expect(searchKeyOf({ kind: ['a'] })).not.toBe(searchKeyOf({ format: ['a'] }));
});
