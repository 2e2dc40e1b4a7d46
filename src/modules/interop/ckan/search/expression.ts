/** What a term of an expression asks for. */
export type TermValue =
  | { kind: 'text'; text: string; quoted: boolean }
  /** Begins so: `abc*`. */
  | { kind: 'prefix'; text: string }
  /** Has any value: `*`, `[* TO *]`. */
  | { kind: 'any' }
  | { kind: 'range'; from?: string; to?: string; fromExcluded: boolean; toExcluded: boolean };

/** A word or a comparison of a field. */
export interface Term {
  kind: 'term';
  /** Absent for a word that stands alone. */
  field?: string;
  value: TermValue;
}

/** An expression as Solr's query language writes it, as far as it is understood here. */
export type Expression = Term | { kind: 'and' | 'or'; parts: Expression[] } | { kind: 'not'; part: Expression };
