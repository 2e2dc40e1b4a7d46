/** What the box understood of a query: engine-neutral, so that every engine ranks the same meaning. */
export interface AnalysedQuery {
  /** The query as typed, trimmed. */
  text: string;
  /** Document numbers, index numbers, resource codes and credit codes, normalised: the exact record comes first. */
  identifiers: IdentifierTerm[];
  /** What is asked, in typed order; a good hit matches every group of importance 1 by any of its alternatives. */
  groups: TermGroup[];
  /** Quoted phrases, each as its tokens in order; a hit must contain every one. */
  phrases: string[][];
  /** Tokens after a minus; a hit contains none of them. */
  excluded: string[];
  /** Facet values the words name (a region, a department, a year); they raise a hit, they never hide one. */
  boosts: FacetBoost[];
  /** Facet values asked for explicitly by `字段:值`; they restrict. */
  filters: FacetFilter[];
  /** The same understanding for people, piece by piece. */
  interpretation: InterpretationPiece[];
}

export type IdentifierType = 'documentNumber' | 'indexNumber' | 'resourceCode' | 'creditCode' | 'identifier';

export interface IdentifierTerm {
  type: IdentifierType;
  /** Normal form as stored in the index, for example `国发〔2016〕51号`; partial numbers keep only what was typed, for example `〔2016〕51号`. */
  value: string;
  /** True when the issuer's stem or the closing 号 is missing, so the value is a suffix of the stored number. */
  partial: boolean;
}

export interface TermGroup {
  /** The piece of the query that the group stands for. */
  text: string;
  alternatives: TermAlternative[];
  /** 1 = must matter, 0.x = helps when present (question words, particles, generic words). */
  importance: number;
}

export interface TermAlternative {
  /** Index tokens that must all be present for this alternative. */
  tokens: string[];
  /** 1 for the typed words, less for synonyms, pinyin and corrections. */
  weight: number;
  source: 'typed' | 'synonym' | 'short-name' | 'pinyin' | 'correction' | 'part';
}

/** Facets of the search contract; `year` is the year of publication (or writing). */
export const FACETS = [
  'kind',
  'department',
  'topic',
  'region',
  'year',
  'format',
  'openness',
  'shareType',
  'validity',
  'documentType',
  'updateCycle',
] as const;
export type Facet = (typeof FACETS)[number];

export interface FacetFilter {
  facet: Facet;
  values: string[];
}

export interface FacetBoost {
  facet: Facet;
  value: string;
  weight: number;
}

export interface InterpretationPiece {
  type:
    | 'documentNumber'
    | 'indexNumber'
    | 'code'
    | 'department'
    | 'region'
    | 'topic'
    | 'year'
    | 'kind'
    | 'synonym'
    | 'pinyin'
    | 'correction'
    | 'traditional'
    | 'phrase'
    | 'excluded'
    | 'field'
    | 'question';
  /** What was typed. */
  text: string;
  /** What it was taken for, as a person reads it. */
  meaning: string;
}

/** The vocabulary of the index: which terms exist, how often, and which sound or look alike. */
export interface Lexicon {
  /** Number of indexed records. */
  total(): Promise<number>;
  /** Document frequency of each known term; unknown terms are absent. */
  frequencies(terms: string[]): Promise<Map<string, number>>;
  /** Terms whose full pinyin (`jingqu`) or initials (`gjj`) equal the input, most frequent first. */
  byPinyin(pinyin: string): Promise<LexiconTerm[]>;
  /** Terms within one edit of the input, or sounding the same, most frequent first. */
  similar(term: string): Promise<LexiconTerm[]>;
}

export interface LexiconTerm {
  term: string;
  frequency: number;
}
