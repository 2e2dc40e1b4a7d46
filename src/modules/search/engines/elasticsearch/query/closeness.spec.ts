import { expect, it } from 'vitest';
import { closeness } from './closeness.js';
import { plannedGroup } from './planned-groups.fixture.js';

it('looks for neighbours of the query together, by their rarity', () => {
  const queries = closeness([plannedGroup('甲', { idf: 1 }), plannedGroup('乙', { idf: 3 }), plannedGroup('丙', { idf: 5 })], 0.5);
  expect(queries.map(({ constant_score: score }) => score!.boost)).toEqual([2, 4]);
  expect(JSON.stringify(queries[0])).toContain('"ordered":false');
});

it('has nothing to do with one group, or with groups that no record has', () => {
  expect(closeness([plannedGroup('甲')], 0.5)).toEqual([]);
  expect(closeness([plannedGroup('甲'), plannedGroup('无', { alternatives: [] })], 0.5)).toEqual([]);
});
