import { expect, it } from 'vitest';
import { SearchInput } from '../../search/index.js';
import { searchLink, toggleLink } from './search-link.js';

const input = Object.assign(new SearchInput(), { q: '公积金 贷款', year: ['2024'], cursor: 'abc' });

it('keeps the words and filters and leaves the page', () => {
  expect(searchLink(input, { sort: 'newest' })).toBe('/search?q=%E5%85%AC%E7%A7%AF%E9%87%91+%E8%B4%B7%E6%AC%BE&year=2024&sort=newest');
});

const of = (value: string, selected: boolean) => ({ value, label: `${value}年`, selected });

it('adds a facet value and takes a chosen one away', () => {
  expect(toggleLink(input, 'year', of('2023', false))).toContain('year=2024&year=2023');
  expect(toggleLink(input, 'year', of('2024', true))).not.toContain('year');
});

it('escapes what could end the address', () => {
  expect(searchLink(Object.assign(new SearchInput(), { q: '"><script>&kind=x' }))).toBe('/search?q=%22%3E%3Cscript%3E%26kind%3Dx');
});
