/** How good one result list is against its judgments. */
export interface Measures {
  /** nDCG@10 with gain 2^grade - 1. */
  ndcg: number;
  /** Share of the relevant records (grade 1 or 2) among the first ten. */
  recall: number;
  /** The same with at most ten to be found. */
  cappedRecall: number;
  /** One over the rank of the first relevant record. */
  mrr: number;
  /** 1 when a record of the best grade stands first, or among the first three. */
  success1: number;
  success3: number;
}

/** Grades by identifier: 2 what was asked, 1 partly; unjudged is 0. */
export type Judgments = Record<string, number>;

const DEPTH = 10;

/** Measures of one list; undefined when nothing is relevant, since then only an empty answer is right. */
export function measure(judgments: Judgments, identifiers: string[]): Measures | undefined {
  const relevant = Object.values(judgments).filter((grade) => grade >= 1);
  if (relevant.length === 0) return undefined;
  const grades = [...new Set(identifiers)].map((identifier) => judgments[identifier] ?? 0);
  const found = grades.slice(0, DEPTH).filter((grade) => grade >= 1).length;
  const best = relevant.some((grade) => grade === 2) ? 2 : 1;
  const first = grades.findIndex((grade) => grade >= 1);
  return {
    ndcg: discountedGain(grades) / discountedGain([...relevant].sort((a, b) => b - a)),
    recall: found / relevant.length,
    cappedRecall: found / Math.min(DEPTH, relevant.length),
    mrr: first < 0 ? 0 : 1 / (first + 1),
    success1: Number(grades.slice(0, 1).some((grade) => grade >= best)),
    success3: Number(grades.slice(0, 3).some((grade) => grade >= best)),
  };
}

function discountedGain(grades: number[]): number {
  return grades.slice(0, DEPTH).reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0);
}
