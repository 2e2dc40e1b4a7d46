import type { EvaluatedQuery } from './evaluate.js';

/** What is kept of a run, by query id: its figure and the first ten records. */
export type EvaluationRun = Record<string, { query: string; ndcg: number; first: string[] }>;

/** A query whose figure changed. */
export interface QueryChange {
  query: string;
  before: number;
  after: number;
}

/** Smaller changes are noise of the last digits. */
const LEAST = 0.0005;
const KEPT = 10;

export function runOf(queries: readonly EvaluatedQuery[]): EvaluationRun {
  return Object.fromEntries(
    queries.flatMap(({ query, measures, identifiers }) =>
      measures ? [[query.qid, { query: query.query, ndcg: measures.ndcg, first: identifiers.slice(0, KEPT) }]] : [],
    ),
  );
}

/** Queries of both runs whose nDCG@10 differs, the most improved first, the most harmed last. */
export function compareRuns(before: EvaluationRun, after: EvaluationRun): QueryChange[] {
  return Object.entries(after)
    .flatMap(([id, { query, ndcg }]) => (before[id] ? [{ query, before: before[id].ndcg, after: ndcg }] : []))
    .filter((change) => Math.abs(change.after - change.before) >= LEAST)
    .sort((a, b) => b.after - b.before - (a.after - a.before));
}

export function comparisonTable(changes: readonly QueryChange[]): string {
  const better = changes.filter(({ before, after }) => after > before).length;
  const lines = changes.map(({ query, before, after }) => `${before.toFixed(3)} → ${after.toFixed(3)}  ${query}`);
  return [`${better} better, ${changes.length - better} worse`, ...lines].join('\n');
}
