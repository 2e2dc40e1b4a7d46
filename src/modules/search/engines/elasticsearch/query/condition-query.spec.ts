import { expect, it } from 'vitest';
import type { Condition } from '../../../condition.js';
import { conditionQuery } from './condition-query.js';

const cases: [string, Condition, object][] = [
  ['values', { field: 'topic', is: ['教育', ''] }, { terms: { 'facet.topic': ['教育'] } }],
  ['a beginning', { field: 'title', startsWith: '*' }, { prefix: { titleExact: { value: '*' } } }],
  ['a day', { field: 'publishedOn', from: '2022', to: '2022' }, { range: { publishedOn: { gte: '2022', lte: '2022~' } } }],
  ['an upper bound without what has no date', { field: 'modifiedOn', to: '2022' }, { range: { modifiedOn: { gt: '', lte: '2022~' } } }],
  ['an instant', { field: 'createdAt', exists: true }, { exists: { field: 'createdAt' } }],
  ['nothing', { any: [] }, { match_none: {} }],
  ['not', { not: { all: [] } }, { bool: { must_not: [{ match_all: {} }] } }],
];

it.each(cases)('writes %s', (_, condition, query) => expect(conditionQuery(condition)).toEqual(query));
