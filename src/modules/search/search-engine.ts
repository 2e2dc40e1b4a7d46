import type { Condition, CountedFacet, FieldOrder } from './condition.js';
import type { AnalysedQuery, Facet, FacetFilter } from './query/analysed-query.js';

/** A record as the index needs it: text to find by, facets to narrow by, dates to order by. */
export interface IndexEntry {
  /** Database id of the record, the key of the entry. */
  recordId: string;
  /** Revision of the record; an entry never replaces a newer one. */
  version: number;
  identifier: string;
  kind: 'dataset' | 'document';
  title: string;
  keywords: string[];
  abstract: string;
  /** Plain text of the body; empty for datasets. */
  body: string;
  /** Titles and beginnings of the texts of its attachments; empty when none has any. */
  attachments: string;
  /** Names of the data items (信息项). */
  items: string[];
  /** Names of the issuer or provider as published, with short and former names. */
  organizations: string[];
  /** Normal forms of document number, index number, resource code, credit code and the identifier itself. */
  identifiers: string[];
  /** Facet values; codes where the vocabulary knows the label, else the label as given. */
  facets: Partial<Record<Facet, string[]>>;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty when unknown. */
  publishedOn: string;
  modifiedOn: string;
  /** ISO instants in UTC with milliseconds: when the record came into the catalog, and when it last changed there. */
  createdAt: string;
  updatedAt: string;
  /** 使用许可 as given; empty when none is. */
  license: string;
}

/** What editors and readers prefer for one query, by record id. */
export interface Preferences {
  /** Stand first, in this order, whatever the words say; filters still hide them. */
  pinned: string[];
  /** Stand last. */
  buried: string[];
  /** Records opened from this query's results, with their share of all that were. */
  favoured: { recordId: string; share: number }[];
}

/** One part of a score. */
export interface ScorePart {
  part: string;
  value: number;
}

export type SearchSort = 'relevance' | 'newest' | 'updated' | 'title';

export interface EngineQuery {
  query: AnalysedQuery;
  filters: FacetFilter[];
  /** Narrows everything: hits, total and the counts of every facet. */
  where?: Condition;
  sort: SearchSort | FieldOrder;
  /** 0 to 1000. */
  limit: number;
  /** Hits to leave out first, 0 to 100,000; for whoever pages by number and not by `after`. */
  offset?: number;
  /** Opaque position after the last hit of the page before; made by the same engine for the same query. */
  after?: string;
  /** Facets to count, each ignoring its own filter. */
  facets: CountedFacet[];
  /** Values of each facet, the most frequent first: 1 to 10,000, 100 when not said. */
  facetLimit?: number;
  /** Today as `YYYY-MM-DD`, for recency. */
  today: string;
  preferences?: Preferences;
  /** Finds only what has all the words, however little that is. */
  strict?: boolean;
  /** Tells of each hit what its score is made of. */
  explain?: boolean;
}

/** For whoever wants numbers only: nothing is ranked. */
export const UNRANKED = { sort: { by: 'identifier', descending: false }, limit: 0 } as const satisfies Partial<EngineQuery>;

export interface EngineHit {
  recordId: string;
  identifier: string;
  score: number;
  /** Position after this hit, for `EngineQuery.after`; empty in an order by a field, which pages by number. */
  cursor: string;
  /** When it was asked for; parts that add nothing are left out. */
  explanation?: ScorePart[];
}

/** Values of each facet that was asked for, the most frequent first. */
export type FacetCounts = Partial<Record<CountedFacet, { value: string; count: number }[]>>;

export interface EngineResult {
  /** Exact number of records that match words and filters. */
  total: number;
  hits: EngineHit[];
  facets: FacetCounts;
  /** Groups that had to be dropped until something was found; empty when everything matched. */
  relaxed: string[];
}

export interface Suggestion {
  text: string;
  type: 'title' | 'department' | 'topic' | 'number' | 'query';
  /** Set when the suggestion is one record. */
  identifier?: string;
}

/** A record as the index holds it. */
export interface IndexedVersion {
  recordId: string;
  version: number;
}

/** An entry that the engine cannot take however often it is tried. */
export interface RefusedEntry extends IndexedVersion {
  /** What the engine said. */
  reason: string;
}

/** A rebuild beside the live index: write everything, then switch in one step or throw it away. */
export interface IndexRebuild {
  write(entries: IndexEntry[]): Promise<RefusedEntry[]>;
  /** What has been written so far, in batches in order of record id. */
  versions(): AsyncIterable<IndexedVersion[]>;
  /** Makes the new index live; readers see either the old or the new one, whole. */
  publish(): Promise<void>;
  discard(): Promise<void>;
}

/** The port that every engine implements and test/contracts/search-engine.contract.ts holds it to. */
export interface SearchEngine {
  search(query: EngineQuery): Promise<EngineResult>;
  /** Completions of what has been typed so far: characters, full pinyin or initials. */
  suggest(prefix: string, limit: number): Promise<Suggestion[]>;
  /**
   * Makes sure that there is a live index of the present layout; true when it is new and has to be filled from the catalog.
   * @throws AppError UNAVAILABLE, as everything here, while the engine cannot be reached
   */
  prepare(): Promise<boolean>;
  /** Inserts or replaces entries; older versions are ignored; into a rebuild under way too. Returns those it cannot take. */
  index(entries: IndexEntry[]): Promise<RefusedEntry[]>;
  /** Removes records from the index unless a newer version is in it. */
  remove(records: IndexedVersion[]): Promise<void>;
  rebuild(): Promise<IndexRebuild>;
  /** Makes the index before the live one live again; false when there is none. What was written since is missing in it. */
  rollback(): Promise<boolean>;
  /** Number of entries in the live index. */
  count(): Promise<number>;
  /** What the live index holds, in batches in order of record id. */
  versions(): AsyncIterable<IndexedVersion[]>;
  close(): Promise<void>;
}
