import { describe, expect, it } from 'vitest';
import { evaluate, type JudgedQuery } from './evaluate.js';
import { evaluationTable } from './evaluation-table.js';
import { measure } from './measures.js';

describe('measure', () => {
  it.each([
    ['the ideal order', ['a', 'b'], { ndcg: 1, mrr: 1, success1: 1, success3: 1, recall: 1 }],
    // (1 + 3 / log2 3) / (3 + 1 / log2 3)
    ['grades swapped', ['b', 'a'], { ndcg: 0.7967075809905066, mrr: 1, success1: 0, success3: 1, recall: 1 }],
    ['a repeated record counts once', ['x', 'x', 'a'], { ndcg: 0.52129602861432, mrr: 0.5, success1: 0, success3: 1, recall: 0.5 }],
    ['nothing', [], { ndcg: 0, mrr: 0, success1: 0, success3: 0, recall: 0 }],
  ])('%s', (_, list, expected) => {
    const measures = measure({ a: 2, b: 1, c: 0 }, list)!;
    for (const [name, value] of Object.entries(expected)) expect(measures[name as keyof typeof measures]).toBeCloseTo(value, 10);
  });

  it('caps recall at what fits on a page', () => {
    const judgments = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`r${index}`, 1]));
    const measures = measure(judgments, Object.keys(judgments))!;
    expect(measures).toMatchObject({ recall: 0.5, cappedRecall: 1, success1: 1 });
  });

  it('says nothing of a query without relevant records', () => expect(measure({ a: 0 }, ['a'])).toBeUndefined());
});

describe('evaluate', () => {
  const query = (qid: string, type: string, judgments: Record<string, number>): JudgedQuery => ({
    qid,
    set: 'box',
    type,
    kind: 'any',
    query: qid,
    judgments,
  });

  it('averages by set and type and counts empty answers where nothing is relevant', async () => {
    const lists: Record<string, string[]> = { q1: ['a'], q2: [], q3: [], q4: ['z'] };
    const queries = [query('q1', 'word', { a: 2 }), query('q2', 'word', { a: 2 }), query('q3', 'none', {}), query('q4', 'none', {})];
    const { rows } = await evaluate(queries, ({ qid }) => Promise.resolve(lists[qid]!));
    expect(rows.map(({ type, queries: n, means, empty }) => [type, n, means?.ndcg, empty])).toEqual([
      ['ALL', 2, 0.5, 0.5],
      ['none', 0, undefined, 0.5],
      ['word', 2, 0.5, undefined],
    ]);
    expect(evaluationTable(rows).split('\n')[1]).toMatch(/^box\/ALL +2 +0\.500 /);
  });
});
