import type { IndexEntry, Suggestion } from '../search-engine.js';
import { identifierKey } from './special-terms.js';
import { soundOf } from './term-sound.js';
import { plainTitle } from './title-likeness.js';
import { storable } from './tsvector-literal.js';

/** A text that the search box completes, with its normal form and its sound. */
export interface SuggestionRow {
  type: Suggestion['type'];
  /** Empty for departments and topics, which belong to no single record. */
  recordId: string;
  identifier: string;
  text: string;
  key: string;
  pinyin: string;
  initials: string;
}

const LONGEST_KEY = 200;
/** Normal forms such as 国发/2016/51 are for comparing, nobody reads them. */
const KEY_OF_NUMBER = /\/\d{4}\/\d+$/;
const CHINESE = /\p{Script=Han}/u;

/** What an entry adds to the completions: its title, its numbers, its departments and topics. */
export function suggestionRows(entry: IndexEntry): SuggestionRow[] {
  const { recordId, identifier } = entry;
  const own = (type: 'title' | 'number', text: string, key: string): SuggestionRow => ({
    type,
    recordId,
    identifier: storable(identifier),
    ...keyed(text, key),
  });
  const shared = (type: 'department' | 'topic', text: string): SuggestionRow => ({
    type,
    recordId: '',
    identifier: '',
    ...keyed(text, suggestionKey(text)),
  });
  return [
    own('title', entry.title, suggestionKey(entry.title)),
    ...entry.identifiers
      .filter((number) => number !== identifier && !KEY_OF_NUMBER.test(number))
      .map((number) => own('number', number, identifierKey(number))),
    ...entry.organizations.map((name) => shared('department', name)),
    // Codes mean nothing to a reader; topics without a code are labels.
    ...(entry.facets.topic ?? []).filter((topic) => CHINESE.test(topic)).map((topic) => shared('topic', topic)),
  ].filter(({ key }) => key !== '');
}

/** What is compared with the letters typed so far. */
export function suggestionKey(text: string): string {
  return storable(plainTitle(text)).slice(0, LONGEST_KEY);
}

function keyed(text: string, key: string): Pick<SuggestionRow, 'text' | 'key' | 'pinyin' | 'initials'> {
  return { text: storable(text), key: storable(key).slice(0, LONGEST_KEY), ...soundOf(key) };
}
