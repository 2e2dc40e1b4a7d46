import type { EvaluationRow } from './evaluate.js';

const HEADINGS = ['nDCG@10', 'R@10', 'capR@10', 'MRR', 'S@1', 'S@3', 'empty'];

/** The rows as a table of fixed width; sets first, then their types. */
export function evaluationTable(rows: EvaluationRow[]): string {
  const ordered = [...rows.filter(({ type }) => type === 'ALL'), ...rows.filter(({ type }) => type !== 'ALL')];
  const heading = `${'set/type'.padEnd(45)}${'n'.padStart(5)}${HEADINGS.map((name) => name.padStart(9)).join('')}`;
  return [heading, ...ordered.map(line)].join('\n');
}

function line({ set, type, queries, means, empty }: EvaluationRow): string {
  const numbers = [means?.ndcg, means?.recall, means?.cappedRecall, means?.mrr, means?.success1, means?.success3, empty];
  const cells = numbers.map((number) => (number === undefined ? '-' : number.toFixed(3)).padStart(9));
  return `${`${set}/${type}`.padEnd(45)}${String(queries).padStart(5)}${cells.join('')}`;
}
