import { describe, expect, it } from 'vitest';
import type { EngineQuery } from '../../../search-engine.js';
import type { MatchPlan } from '../../match-plan.js';
import { buildLevelCounts, buildQuery, type QueryInput } from './build-query.js';
import { plannedGroup } from './planned-groups.fixture.js';

const asked = (change: Partial<EngineQuery> = {}): EngineQuery => ({
  query: { text: '公厕', identifiers: [], groups: [], phrases: [], excluded: [], boosts: [], filters: [], interpretation: [] },
  filters: [],
  sort: 'relevance',
  limit: 20,
  facets: [],
  today: '2026-11-24',
  ...change,
});
const plan = (change: Partial<MatchPlan> = {}): MatchPlan => ({
  groups: [plannedGroup('公厕')],
  identifiers: '',
  restriction: '',
  phrases: [],
  everything: false,
  ...change,
});
const input = (change: Partial<QueryInput> = {}): QueryInput => ({
  asked: asked(),
  plan: plan(),
  frequencies: { total: 100, of: new Map([['公厕', 3]]) },
  cover: 'all',
  ...change,
});

describe('buildQuery', () => {
  it('scores only where relevance orders', () => {
    expect(buildQuery(input()).query!.bool!.should).not.toEqual([]);
    expect(buildQuery(input({ asked: asked({ sort: 'newest' }) })).query!.bool!.should).toEqual([]);
  });
  it('goes on behind the last hit', () => expect(buildQuery(input({ after: [1, 2] })).search_after).toEqual([1, 2]));
  it('finds nothing when nothing was understood', () =>
    expect(buildQuery(input({ plan: plan({ groups: [] }) })).query).toEqual({ match_none: {} }));
  it('lists everything when nothing was asked', () => {
    const { filter } = buildQuery(input({ plan: plan({ groups: [], everything: true }) })).query!.bool!;
    expect(filter).toEqual([{ match_all: {} }]);
  });
  it('filters after counting what is counted', () => {
    const body = buildQuery(input({ asked: asked({ filters: [{ facet: 'year', values: ['2024'] }], facets: ['year'] }) }));
    expect(body.post_filter).toEqual({ bool: { filter: [{ terms: { 'facet.year': ['2024'] } }] } });
    expect(body.aggs).toHaveProperty('year');
  });
  it('uses no script', () => expect(JSON.stringify(buildQuery(input({ asked: asked({ facets: ['kind'] }) })))).not.toContain('script'));
});

it('counts every level in one request that reads no record', () => {
  const body = buildLevelCounts(input(), [0.85, 0.35]);
  expect(body.size).toBe(0);
  expect(Object.keys(body.aggs!.levels!.filters!.filters!)).toEqual(['0.85', '0.35']);
});
