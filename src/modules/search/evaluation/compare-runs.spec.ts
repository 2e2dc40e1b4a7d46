import { expect, it } from 'vitest';
import { compareRuns, comparisonTable, type EvaluationRun } from './compare-runs.js';

const run = (figures: Record<string, number>): EvaluationRun =>
  Object.fromEntries(Object.entries(figures).map(([id, ndcg]) => [id, { query: `问${id}`, ndcg, first: [] }]));

it('names what got better and worse, the best news first', () => {
  const changes = compareRuns(run({ a: 0.5, b: 1, c: 0.7, gone: 1 }), run({ a: 0.9, b: 0.2, c: 0.7, fresh: 1 }));
  expect(changes.map(({ query }) => query)).toEqual(['问a', '问b']);
  expect(comparisonTable(changes)).toBe('1 better, 1 worse\n0.500 → 0.900  问a\n1.000 → 0.200  问b');
});

it('takes the last digits for noise', () => expect(compareRuns(run({ a: 0.5 }), run({ a: 0.50001 }))).toEqual([]));
