import { expect, it } from 'vitest';
import { SearchInput } from '../../search/index.js';
import { isIndexable } from './is-indexable.js';

const found = { total: { value: 3, exact: true }, relaxed: [] as string[], suggestion: null as string | null };

it.each([
  ['all words found', {}, {}, true],
  ['nothing found', {}, { total: { value: 0, exact: true } }, false],
  ['a word that the catalog has not', {}, { relaxed: ['赌场'] }, false],
  ['a slip', {}, { suggestion: '公积金' }, false],
  ['a filter', { kind: ['dataset'] }, {}, false],
  ['an order', { sort: 'newest' as const }, {}, false],
  ['a later page', { cursor: 'x' }, {}, false],
])('%s', (_, input, answer, expected) => {
  expect(isIndexable(Object.assign(new SearchInput(), { q: '公积金' }, input), { ...found, ...answer })).toBe(expected);
});
