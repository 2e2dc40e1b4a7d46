import { expect, it } from 'vitest';
import { identifierQueries, phraseFilters } from './restrictions.js';

it.each([
  ['国发/2016/51', false, [{ term: { number: '国发/2016/51' } }]],
  ['/2016/51', true, [{ prefix: { numberReversed: '15/6102/' } }, { prefix: { numberReversed: '号15/6102/' } }]],
  ['51号', true, [{ prefix: { numberReversed: '号15' } }]],
  ['  ', false, []],
  ['长'.repeat(5000), true, []],
])('finds the number %s', (value, partial, queries) =>
  expect(identifierQueries([{ type: 'documentNumber', value, partial }])).toEqual(queries),
);

it('wants every phrase in some field', () => {
  const filters = phraseFilters([['水质', '监测'], []]);
  expect(filters).toHaveLength(1);
  expect(filters[0]!.bool!.should).toContainEqual({ match_phrase: { body: '水质 监测' } });
});
