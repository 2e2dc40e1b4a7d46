import type { estypes } from '@elastic/elasticsearch';
import { coverOf, type PlannedGroup } from '../../match-plan.js';
import { anyOf, hasGroup } from './word-clause.js';

type Query = estypes.QueryDslQueryContainer;

/** Steps in which rarity is weighed. */
const STEPS = 16;

/** True for records that have every required group. */
export function strictFilter(groups: readonly PlannedGroup[]): Query[] {
  return groups.filter(({ required }) => required).map(hasGroup);
}

/**
 * True for records whose groups make up a share of the query's rarity. A clause repeated n times weighs n:
 * that is how a stock server sums weights without a script.
 */
export function coverFilter(groups: readonly PlannedGroup[], level: number): Query {
  const full = groups.reduce((sum, group) => sum + coverOf(group), 0);
  const weighed = groups
    .filter(({ required, alternatives }) => required && alternatives.length > 0)
    .map((group) => ({ clause: hasGroup(group), steps: Math.round((STEPS * coverOf(group)) / Math.max(full, 0.001)) }));
  const least = Math.max(1, Math.ceil(STEPS * level - 0.5));
  const should = weighed.flatMap(({ clause, steps }) => new Array<Query>(Math.max(steps, 1)).fill(clause));
  if (should.length < least) return anyOf(weighed.map(({ clause }) => clause));
  return { bool: { should, minimum_should_match: least } };
}
