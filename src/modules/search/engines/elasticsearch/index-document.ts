import { FACETS } from '../../query/analysed-query.js';
import type { IndexEntry } from '../../search-engine.js';
import { type SuggestionRow, suggestionRows } from '../suggestion-rows.js';
import { identifierKey, isSpecial } from '../special-terms.js';
import { isCommentary, pairsOf, plainTitle } from '../title-likeness.js';
import { soundOf } from '../term-sound.js';
import { completable } from './completable.js';
import { LONGEST_COMPLETION } from './index-definition.js';

/** What the index needs of Chinese analysis: the words of a text in order. */
export interface Tokenizer {
  tokens(text: string): string[];
}

/** An entry in the shape of the mapping, with the words that its head adds to the vocabulary. */
export interface IndexDocument {
  recordId: string;
  version: number;
  source: Record<string, unknown>;
  headWords: Set<string>;
}

interface Completion {
  input: string[];
  weight: number;
}

/** Validity codes and labels of documents that no longer apply. */
const OUT_OF_FORCE = /^(expired|repealed|.*失效|.*废止)$/u;
const LONGEST_KEY = 200;
/** A completion of a department or topic carries its type and name behind this. */
export const COMPLETION_BREAK = '\t';
const SHORTEST_VOCABULARY_TERM = 2;
const LONGEST_VOCABULARY_TERM = 8;
const FIRST_WORD_WEIGHT = 2000;
const LATER_WORD_WEIGHT = 1000;
const MOST_WORD_STARTS = 20;

/** Turns an entry into its document: everything that Chinese analysis decides is decided here, once, at writing. */
export function toIndexDocument(entry: IndexEntry, tokenizer: Tokenizer): IndexDocument {
  const cut = (...texts: string[]) => tokenizer.tokens(texts.join('\n')).filter((token) => !isSpecial(token));
  const head = {
    title: cut(entry.title),
    keywords: cut(...entry.keywords),
    items: cut(...entry.items),
    organizations: cut(...entry.organizations),
    abstract: cut(entry.abstract),
  };
  const body = entry.body === '' ? [] : cut(entry.body);
  const attachments = entry.attachments === '' ? [] : cut(entry.attachments);
  const headWords = new Set(Object.values(head).flat());
  const numbers = [entry.identifier, ...entry.identifiers].map(identifierKey).filter(Boolean);
  const plain = plainTitle(entry.title);
  const year = Number(entry.publishedOn.slice(0, 4));
  const suggestions = suggestionRows(entry);
  const source = {
    recordId: entry.recordId,
    version: entry.version,
    identifier: entry.identifier,
    shown: { title: entry.title, numbers: suggestions.filter(({ type }) => type === 'number').map(({ text }) => text) },
    facet: {
      ...Object.fromEntries(FACETS.map((facet) => [facet, [...new Set(entry.facets[facet] ?? [])]])),
      keyword: [...new Set(entry.keywords.filter(Boolean))],
      license: entry.license === '' ? [] : [entry.license],
    },
    number: [...new Set(numbers)],
    numberReversed: [...new Set(numbers.map(reversed))],
    ...Object.fromEntries(Object.entries(head).map(([field, tokens]) => [field, tokens.join(' ')])),
    body: body.join(' '),
    attachments: attachments.join(' '),
    vocabulary: [...new Set([...headWords, ...body, ...attachments])].join(' '),
    titleRaw: entry.title,
    titleExact: entry.title,
    titlePairs: [...pairsOf(plain)].join(' '),
    titleKey: plain.slice(0, LONGEST_KEY),
    titleSort: `${soundOf(entry.title).pinyin || plain.slice(0, LONGEST_KEY)} ${plain.slice(0, LONGEST_KEY)}`,
    commentary: isCommentary(entry.title),
    inForce: !entry.facets.validity?.some((validity) => OUT_OF_FORCE.test(validity)),
    publishedOn: entry.publishedOn,
    modifiedOn: entry.modifiedOn,
    createdAt: entry.createdAt,
    updatedAt: entry.updatedAt,
    ...(Number.isInteger(year) && year > 0 ? { publishedYear: year } : {}),
    ...completionFields(suggestions, head.title),
  };
  return { recordId: entry.recordId, version: entry.version, source, headWords };
}

export function reversed(text: string): string {
  return [...text].reverse().join('');
}

/** Words that may be completed, corrected or read from pinyin. */
export function isVocabularyTerm(word: string): boolean {
  const { length } = word;
  return length >= SHORTEST_VOCABULARY_TERM && length <= LONGEST_VOCABULARY_TERM;
}

function completionFields(suggestions: SuggestionRow[], titleWords: string[]): Record<string, Completion[]> {
  const own = suggestions.filter(({ recordId }) => recordId !== '');
  const shared = suggestions.filter(({ recordId }) => recordId === '');
  const completions = own.flatMap((row) => {
    const weight = FIRST_WORD_WEIGHT - Math.min(row.key.length, 500);
    const whole = completion([row.key, row.pinyin, row.initials], weight);
    if (row.type !== 'title') return [whole];
    return [whole, completion(laterStarts(row.key, titleWords), weight - LATER_WORD_WEIGHT)];
  });
  const named = ({ type, key, pinyin, initials, text }: SuggestionRow) =>
    completion(
      [key, pinyin, initials].filter(Boolean).map((input) => [input, type, text].join(COMPLETION_BREAK)),
      FIRST_WORD_WEIGHT - Math.min(key.length, 500),
    );
  return {
    completions: completions.filter(({ input }) => input.length > 0),
    sharedCompletions: shared.map(named).filter(({ input }) => input.length > 0),
  };
}

/** Elasticsearch keeps some control characters for itself and refuses empty inputs. */
function completion(inputs: string[], weight: number): Completion {
  const input = inputs.map(completable).filter((text) => text.trim() !== '' && text.length <= LONGEST_COMPLETION);
  return { input: [...new Set(input)], weight };
}

/** The title from the beginning of each of its later words on: 全市景区客流 is also found by 景区. */
function laterStarts(key: string, words: string[]): string[] {
  const starts = new Set<number>();
  for (const word of new Set(words)) {
    const at = key.indexOf(word);
    if (at > 0 && word.length > 1) starts.add(at);
  }
  return [...starts].slice(0, MOST_WORD_STARTS).map((start) => key.slice(start, start + LONGEST_COMPLETION));
}
