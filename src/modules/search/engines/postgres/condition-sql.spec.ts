import { expect, it } from 'vitest';
import type { Condition } from '../../condition.js';
import { conditionSql } from './condition-sql.js';
import { Values } from './values.js';

const cases: [string, Condition, string, unknown[]][] = [
  ['values of a facet', { field: 'topic', is: ['教育', ''] }, 'e.facets && $1::text[]', [['@topic=教育']]],
  ['values of a label', { field: 'keyword', is: ["'; DROP"] }, 'e.labels && $1::text[]', [["@keyword='; DROP"]]],
  ['values of a column', { field: 'identifier', is: ['a', 'b'] }, 'e.identifier = ANY($1::text[])', [['a', 'b']]],
  ['a beginning', { field: 'title', startsWith: '100%' }, 'starts_with(e.title, $1)', ['100%']],
  ['no value', { not: { field: 'title', exists: true } }, "NOT e.title <> ''", []],
  ['a range', { field: 'createdAt', from: 'a', to: 'b' }, '(e.created_at >= $1 AND e.created_at <= $2)', ['a', 'b']],
  ['an upper bound', { field: 'publishedOn', to: '2022' }, "(e.published_on <> '' AND e.published_on <= $1)", ['2022~']],
  ['a tree', { all: [{ any: [{ all: [] }] }, { any: [] }] }, '((TRUE) AND FALSE)', []],
  ['a beginning that no term can have', { field: 'topic', startsWith: 'a\u001f@kind=' }, 'FALSE', []],
];

it.each(cases)('writes %s', (_, condition, text, list) => {
  const values = new Values();
  expect(conditionSql(condition, values)).toBe(text);
  expect(values.list).toEqual(list);
});
