import type { estypes } from '@elastic/elasticsearch';
import { LARGEST_WINDOW } from '../checked-query.js';
import { FURTHER_FACETS } from '../../condition.js';
import { FACETS } from '../../query/analysed-query.js';

/** Rises with every change of the mapping: an index of another version is built anew. */
export const MAPPING_VERSION = 3;

/** Lucene refuses keywords above 32,766 bytes; nobody filters by a value that long. */
const LONGEST_KEYWORD = 8191;
/** Most characters of a completion; longer input is cut by Elasticsearch. */
export const LONGEST_COMPLETION = 100;

const keyword: estypes.MappingProperty = { type: 'keyword', ignore_above: LONGEST_KEYWORD };
/** Counted with every search, so the counting structures are made at refresh and not by the first reader. */
const facet: estypes.MappingProperty = { ...keyword, eager_global_ordinals: true };
const sortable: estypes.MappingProperty = { ...keyword, index: false };
const instant: estypes.MappingProperty = { type: 'date', format: 'strict_date_optional_time' };
const words: estypes.MappingProperty = { type: 'text', analyzer: 'whitespace' };
const completion: estypes.MappingProperty = {
  type: 'completion',
  analyzer: 'keyword',
  preserve_separators: true,
  preserve_position_increments: true,
  max_input_length: LONGEST_COMPLETION,
};

/** Words come cut by our own analysis, so every stock server sees the same tokens. */
export const MAPPINGS: estypes.MappingTypeMapping = {
  dynamic: 'strict',
  _meta: { mappingVersion: MAPPING_VERSION },
  _source: { includes: ['identifier', 'shown'] },
  properties: {
    recordId: { type: 'long' },
    version: { type: 'long', index: false },
    identifier: keyword,
    shown: { type: 'object', enabled: false },
    facet: {
      properties: {
        ...Object.fromEntries(FACETS.map((name) => [name, facet])),
        ...Object.fromEntries(FURTHER_FACETS.map((name) => [name, keyword])),
      },
    },
    number: keyword,
    numberReversed: keyword,
    title: words,
    keywords: words,
    items: words,
    organizations: words,
    abstract: words,
    body: words,
    attachments: words,
    /** Every word of the record once: what it must have is decided on one small field. */
    vocabulary: { type: 'text', analyzer: 'whitespace', norms: false, index_options: 'docs' },
    /** The title as written, character by character. */
    titleRaw: { type: 'text', analyzer: 'standard' },
    /** Pairs of neighbouring characters of the title: how alike it is to what was typed. */
    titlePairs: { type: 'text', analyzer: 'whitespace', similarity: 'boolean' },
    /** The title as written, whole. */
    titleExact: keyword,
    titleKey: keyword,
    titleSort: sortable,
    commentary: { type: 'boolean' },
    inForce: { type: 'boolean' },
    publishedOn: keyword,
    modifiedOn: keyword,
    createdAt: instant,
    updatedAt: instant,
    publishedYear: { type: 'integer' },
    completions: completion,
    sharedCompletions: completion,
  },
};

export const SETTINGS: estypes.IndicesIndexSettings = {
  number_of_shards: 1,
  auto_expand_replicas: '0-1',
  refresh_interval: '1s',
  // A late message about a record that was removed must not bring it back.
  gc_deletes: '1h',
  // Pages by number go so far; the others go on behind the last hit.
  max_result_window: LARGEST_WINDOW,
  // Titles, lists and whole laws stand side by side: length tells less here than in texts of one kind.
  similarity: { default: { type: 'BM25', b: 0.25, k1: 1.5 } },
};

/** The vocabulary of all indices: how its words sound and what is near them. */
export const TERM_MAPPINGS: estypes.MappingTypeMapping = {
  dynamic: 'strict',
  properties: { term: keyword, pinyin: keyword, initials: keyword, deletions: keyword },
};
