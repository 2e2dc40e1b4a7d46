import { describe, expect, it } from 'vitest';
import { facetCounts, placeFilters, readFacets } from './facet-counts.js';

const filters = [
  { facet: 'topic' as const, values: ['教育'] },
  { facet: 'year' as const, values: ['2024'] },
];

describe('placeFilters', () => {
  it('narrows before counting by facets that nobody counts', () => {
    expect(placeFilters(filters, ['topic'])).toEqual({
      before: [{ terms: { 'facet.year': ['2024'] } }],
      after: [{ terms: { 'facet.topic': ['教育'] } }],
    });
  });
});

describe('facetCounts', () => {
  it('counts each facet without its own filter', () => {
    const { topic, kind } = facetCounts(['topic', 'kind', 'year'], filters, 100);
    expect(topic!.filter).toEqual({ bool: { filter: [{ terms: { 'facet.year': ['2024'] } }] } });
    expect(kind!.filter).toEqual({ bool: { filter: [{ terms: { 'facet.topic': ['教育'] } }, { terms: { 'facet.year': ['2024'] } }] } });
  });
  it('is plain without filters', () => expect(facetCounts(['kind'], [], 100).kind).toHaveProperty('terms'));
});

it('reads counts wherever the filter put them', () => {
  const buckets = [{ key: '教育', doc_count: 3 }];
  expect(readFacets({ topic: { values: { buckets } }, kind: { buckets } }, ['topic', 'kind', 'year'])).toEqual({
    topic: [{ value: '教育', count: 3 }],
    kind: [{ value: '教育', count: 3 }],
    year: [],
  });
});
