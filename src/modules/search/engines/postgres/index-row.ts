import type { IndexEntry } from '../../search-engine.js';
import { facetTerm, identifierTerms, isSpecial } from '../special-terms.js';
import { storable, termsLiteral, weightedLiteral } from '../tsvector-literal.js';
import { encodeWords, type StreamField } from './word-stream.js';

/** What the index needs of Chinese analysis: the words of a text in order. */
export interface Tokenizer {
  tokens(text: string): string[];
}

/** One entry in the shape of the table `search_entry`, with its vocabulary. */
export interface IndexRow {
  recordId: string;
  version: number;
  identifier: string;
  title: string;
  publishedOn: string;
  modifiedOn: string;
  createdAt: string;
  updatedAt: string;
  facets: string[];
  /** Keywords and licence in the form of facets. */
  labels: string[];
  head: string;
  terms: string;
  words: string;
  /** Each word and each facet value once; true when it stands in the head. */
  vocabulary: Map<string, boolean>;
}

const HEAD_LIMITS = { items: 80, organizations: 20, abstract: 60 };
/** Words of the body that occur at least so often are kept in the head, at most so many. */
const KEY_WORDS = { least: 3, most: 40 };

/** Turns an entry into its row: everything that Chinese analysis decides is decided here, once, at writing. */
export function toIndexRow(entry: IndexEntry, tokenizer: Tokenizer): IndexRow {
  const words = fieldWords(entry, tokenizer);
  const nearHead = [...words.title, ...words.keywords, ...words.items, ...words.organizations, ...words.abstract];
  const vocabulary = new Map<string, boolean>();
  for (const word of [...words.body, ...words.attachments]) if (!isSpecial(word)) vocabulary.set(word, false);
  for (const word of nearHead) if (!isSpecial(word)) vocabulary.set(word, true);
  vocabulary.delete('');
  const facets = [...new Set(Object.entries(entry.facets).flatMap(([facet, values]) => facetTerms(facet, values)))];
  for (const facet of facets) vocabulary.set(facet, false);
  return {
    recordId: entry.recordId,
    version: entry.version,
    identifier: storable(entry.identifier),
    title: storable(entry.title),
    publishedOn: entry.publishedOn,
    modifiedOn: entry.modifiedOn,
    createdAt: entry.createdAt,
    updatedAt: entry.updatedAt,
    facets,
    labels: labelsOf(entry),
    head: headLiteral(words),
    terms: termsLiteral([...vocabulary.keys(), ...[entry.identifier, ...entry.identifiers].flatMap(identifierTerms)]),
    words: encodeWords(words),
    vocabulary,
  };
}

function labelsOf({ keywords, license }: IndexEntry): string[] {
  return [...new Set([...facetTerms('keyword', keywords), ...facetTerms('license', [license])])];
}

/** An empty value is none. */
function facetTerms(facet: string, values: readonly string[]): string[] {
  return values.filter((value) => storable(value) !== '').map((value) => facetTerm(facet, value));
}

function fieldWords(entry: IndexEntry, tokenizer: Tokenizer): Record<StreamField, string[]> {
  const joined = (texts: string[]) => tokenizer.tokens(texts.join('\n'));
  return {
    title: tokenizer.tokens(entry.title),
    keywords: joined(entry.keywords),
    items: joined(entry.items),
    organizations: joined(entry.organizations),
    abstract: tokenizer.tokens(entry.abstract),
    body: entry.body === '' ? [] : tokenizer.tokens(entry.body),
    attachments: entry.attachments === '' ? [] : tokenizer.tokens(entry.attachments),
  };
}

function headLiteral(words: Record<StreamField, string[]>): string {
  return weightedLiteral([
    { weight: 'A', tokens: words.title },
    {
      weight: 'B',
      tokens: [...words.keywords, ...words.items.slice(0, HEAD_LIMITS.items), ...words.organizations.slice(0, HEAD_LIMITS.organizations)],
    },
    { weight: 'C', tokens: words.abstract.slice(0, HEAD_LIMITS.abstract) },
    { weight: 'D', tokens: keyWords(words.body) },
  ]);
}

/** The most frequent words of the body, so that the first pass over all matches knows what a long text is about. */
function keyWords(body: string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of body) counts.set(word, (counts.get(word) ?? 0) + 1);
  const frequent = [...counts].filter(([word, count]) => count >= KEY_WORDS.least && word.length > 1);
  frequent.sort((a, b) => b[1] - a[1]);
  return frequent.slice(0, KEY_WORDS.most).map(([word]) => word);
}
