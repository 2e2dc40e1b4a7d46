import { expect, it } from 'vitest';
import { parseQuery } from './query-parser.js';

it.each([
  ['q=%E5%85%AC%E7%A7%AF%E9%87%91+贷款', { q: '公积金 贷款' }],
  ['format=csv&format=xlsx&format=json', { format: ['csv', 'xlsx', 'json'] }],
  ['q[a]=1', { 'q[a]': '1' }],
  ['q', { q: '' }],
  ['', {}],
])('%s', (text, expected) => {
  expect({ ...parseQuery(text) }).toEqual(expected);
});

it('keeps names that reach into prototypes', () => {
  expect(Object.keys(parseQuery('__proto__=1&toString=2'))).toEqual(['__proto__', 'toString']);
});
