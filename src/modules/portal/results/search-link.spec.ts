import { describe, expect, it } from 'vitest';
import { SearchInput } from '../../search/index.js';
import { askLink, exportLink, feedLink, mailLink, resultsBefore, searchLink, toggleLink } from './search-link.js';

const input = Object.assign(new SearchInput(), { q: '公积金 贷款', year: ['2024'], cursor: 'abc' });
const of = (value: string, selected: boolean) => ({ value, label: `${value}年`, selected });
const Q = 'q=%E5%85%AC%E7%A7%AF%E9%87%91+%E8%B4%B7%E6%AC%BE&year=2024';

it('keeps the words and filters and leaves the page', () => {
  expect(searchLink(input, { sort: 'newest' })).toBe(`/search?${Q}&sort=newest`);
});

it('adds a facet value and takes a chosen one away, by whichever name it was chosen', () => {
  expect(toggleLink(input, 'year', of('2023', false))).toContain('year=2024&year=2023');
  expect(toggleLink(input, 'year', of('2024', true))).not.toContain('year');
  const named = Object.assign(new SearchInput(), { department: ['市教育局'], format: ['CSV'] });
  expect(toggleLink(named, 'department', { value: '680700-jyj', label: '市教育局', selected: true })).toBe('/search?format=CSV');
  expect(toggleLink(named, 'format', { value: 'csv', label: 'csv', selected: true })).not.toContain('format');
});

it('escapes what could end the address', () => {
  expect(searchLink(Object.assign(new SearchInput(), { q: '"><script>&kind=x' }))).toBe('/search?q=%22%3E%3Cscript%3E%26kind%3Dx');
});

it('leads to the same search elsewhere, from its first result', () => {
  const sorted = Object.assign(new SearchInput(), input, { sort: 'title' });
  expect(feedLink(sorted)).toBe(`/search.atom?${Q}`);
  expect(mailLink(sorted)).toBe(`/subscriptions/new?${Q}`);
  expect(exportLink(sorted, 'csv')).toBe(`/search.csv?${Q}&sort=title`);
  expect(exportLink(new SearchInput(), 'xlsx')).toBe('/search.xlsx');
  expect(askLink(input)).toBe('/ask?q=%E5%85%AC%E7%A7%AF%E9%87%91%20%E8%B4%B7%E6%AC%BE');
  expect(askLink({ q: ' ' })).toBe('/ask');
});

describe('how many results went before', () => {
  it.each([
    [undefined, undefined, 0],
    ['20', undefined, 0],
    ['20', 'c', 20],
    [undefined, 'c', undefined],
    ['-1', 'c', undefined],
    ['1e9', 'c', undefined],
    [['20'], 'c', undefined],
  ])('%j with cursor %j: %j', (said, cursor, before) => expect(resultsBefore(said, { cursor })).toBe(before));

  it('stands in the address of a page only', () => {
    expect(searchLink(input, { cursor: 'n', from: 20 })).toContain('cursor=n&from=20');
    expect(searchLink(input, { from: 20 })).not.toContain('from');
  });
});
