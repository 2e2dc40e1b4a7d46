import type { SearchHit } from './api/search.model.js';
import type { Condition } from './condition.js';

/** A record of a list: what it says of itself, without excerpt and score. */
export type ListedHit = Omit<SearchHit, 'snippet' | 'attachment' | 'highlights' | 'score' | 'pinned' | 'explanation'>;

/** Which part of what a search finds. */
export interface ListQuestion {
  /** 1 to 1000. */
  limit: number;
  /** `next` of the page before. */
  after?: string;
  where?: Condition;
  /** Only what has all the words: nothing is relaxed, and what editors pinned has no say. */
  strict?: boolean;
}

/** One page of what a search finds. */
export interface ListPage {
  total: number;
  hits: ListedHit[];
  /** Null on the last page. */
  next: string | null;
}

/** One condition of a search in words. */
export interface ConditionInWords {
  /** Such as 部门. */
  label: string;
  values: string[];
}
