import { type Judgments, measure, type Measures } from './measures.js';

/** One line of a file of judged queries. */
export interface JudgedQuery {
  qid: string;
  set: string;
  type: string;
  kind: 'dataset' | 'document' | 'any';
  query: string;
  judgments: Judgments;
}

/** Means over the queries of a set, or of one type in it. */
export interface EvaluationRow {
  set: string;
  /** `ALL` for the whole set. */
  type: string;
  /** Queries with something to find. */
  queries: number;
  means?: Measures;
  /** Queries that ask for what is not there, and the share of them that got an empty answer. */
  absent: number;
  empty?: number;
}

/** What a run returned for one query, best first. */
export type Run = (query: JudgedQuery) => Promise<string[]>;

/** One query with its measures, for looking at the worst. */
export interface EvaluatedQuery {
  query: JudgedQuery;
  identifiers: string[];
  measures?: Measures;
}

export interface Evaluation {
  rows: EvaluationRow[];
  queries: EvaluatedQuery[];
}

/** Asks every query once, in order, and averages by set and by type. */
export async function evaluate(queries: JudgedQuery[], run: Run): Promise<Evaluation> {
  const evaluated: EvaluatedQuery[] = [];
  for (const query of queries) {
    const identifiers = await run(query);
    evaluated.push({ query, identifiers, measures: measure(query.judgments, identifiers) });
  }
  const groups = new Map<string, EvaluatedQuery[]>();
  for (const one of evaluated) {
    for (const type of ['ALL', one.query.type]) {
      const key = `${one.query.set}\n${type}`;
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
  }
  const rows = [...groups].map(([key, members]) => summarize(key, members));
  rows.sort((a, b) => compare(a.set, b.set) || compare(a.type, b.type));
  return { rows, queries: evaluated };
}

function summarize(key: string, members: EvaluatedQuery[]): EvaluationRow {
  const [set, type] = key.split('\n') as [string, string];
  const measured = members.flatMap(({ measures }) => measures ?? []);
  const absent = members.filter(({ measures }) => measures === undefined);
  const mean = (read: (measures: Measures) => number) => measured.reduce((sum, measures) => sum + read(measures), 0) / measured.length;
  return {
    set,
    type,
    queries: measured.length,
    absent: absent.length,
    means:
      measured.length === 0
        ? undefined
        : {
            ndcg: mean((m) => m.ndcg),
            recall: mean((m) => m.recall),
            cappedRecall: mean((m) => m.cappedRecall),
            mrr: mean((m) => m.mrr),
            success1: mean((m) => m.success1),
            success3: mean((m) => m.success3),
          },
    empty: absent.length === 0 ? undefined : absent.filter(({ identifiers }) => identifiers.length === 0).length / absent.length,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
