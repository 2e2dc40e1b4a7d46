import { type Client, errors } from '@elastic/elasticsearch';
import { ExpiringCache } from '../../../kernel/expiring-cache.js';
import type { Lexicon, LexiconTerm } from '../../query/analysed-query.js';
import { deletions, withinOneEdit } from '../similar-terms.js';
import { soundOf } from '../term-sound.js';
import type { ConnectionGuard } from './connection-guard.js';
import type { IndexNames } from './index-names.js';
import { isVocabularyTerm } from './index-document.js';

const MOST = 10;
const MOST_CANDIDATES = 200;
const LONGEST_INPUT = 40;
const MOST_REMEMBERED = 500_000;
/** Stands for the number of all records among the frequencies; no text has such a word. */
const EVERY_RECORD = '';
const TERMS_A_REQUEST = 1_000;

/** The vocabulary of the live index. Rarity is read from the index itself; a second index knows how its words sound and what is near them. */
export class ElasticsearchLexicon implements Lexicon {
  /** Rarity may be a moment old: it decides order, never what is found. */
  private readonly recent = new ExpiringCache<string, number>(5_000, 20_000);
  private readonly stored = new Set<string>();

  constructor(
    private readonly client: Client,
    private readonly names: IndexNames,
    private readonly guard: ConnectionGuard,
  ) {}

  async total(): Promise<number> {
    return (await this.statistics([])).total;
  }

  async frequencies(terms: string[]): Promise<Map<string, number>> {
    return (await this.statistics(terms)).frequencies;
  }

  async statistics(terms: string[]): Promise<{ total: number; frequencies: Map<string, number> }> {
    const known = await this.recent.through([...terms.filter(isToken), EVERY_RECORD], (missing) =>
      this.guard.run(() => this.read(missing)),
    );
    const total = known.get(EVERY_RECORD) ?? 0;
    known.delete(EVERY_RECORD);
    return { total, frequencies: new Map([...known].filter(([, frequency]) => frequency > 0)) };
  }

  async byPinyin(pinyin: string): Promise<LexiconTerm[]> {
    const typed = pinyin.toLowerCase().replaceAll(/[\s']+/g, '');
    if (typed === '' || typed.length > LONGEST_INPUT) return [];
    const found = await this.find({ bool: { should: [{ term: { pinyin: { value: typed } } }, { term: { initials: { value: typed } } }] } });
    const exact = (term: string) => Number(soundOf(term).pinyin === typed);
    return this.living(found.sort((a, b) => exact(b.term) - exact(a.term) || byFrequency(a, b)).slice(0, MOST));
  }

  async similar(term: string): Promise<LexiconTerm[]> {
    if (term === '' || term.length > LONGEST_INPUT) return [];
    const { pinyin } = soundOf(term);
    const should = [{ terms: { deletions: [term, ...deletions(term)] } }, ...(pinyin === '' ? [] : [{ term: { pinyin } }])];
    const found = await this.find({ bool: { should, must_not: [{ term: { term } }], minimum_should_match: 1 } });
    const near = found.filter((other) => (pinyin !== '' && soundOf(other.term).pinyin === pinyin) || withinOneEdit(term, other.term));
    return this.living(near.sort(byFrequency).slice(0, MOST));
  }

  /** Adds words that are new to this process; those another process added are skipped by the server. */
  async learn(words: Iterable<string>): Promise<void> {
    const fresh = [...new Set(words)].filter((word) => isVocabularyTerm(word) && !this.stored.has(word));
    for (let start = 0; start < fresh.length; start += TERMS_A_REQUEST) await this.store(fresh.slice(start, start + TERMS_A_REQUEST));
  }

  /** In smaller pieces where the server takes no more at once. */
  private async store(terms: string[]): Promise<void> {
    const operations = terms.flatMap((term) => [
      { create: { _index: this.names.terms, _id: term } },
      { term, ...soundOf(term), deletions: deletions(term) },
    ]);
    try {
      await this.client.bulk({ operations }, { maxRetries: 0 });
    } catch (error) {
      if (!(error instanceof errors.ResponseError && (error.statusCode === 429 || error.statusCode === 413)) || terms.length === 1)
        throw error;
      const half = Math.ceil(terms.length / 2);
      await this.store(terms.slice(0, half));
      await this.store(terms.slice(half));
      return;
    }
    if (this.stored.size > MOST_REMEMBERED) this.stored.clear();
    for (const term of terms) this.stored.add(term);
  }

  /** Words of the index only: the vocabulary remembers also what no record has any more. */
  private async find(query: object): Promise<LexiconTerm[]> {
    const answer = await this.guard.run(() =>
      this.client.search<{ term: string }>({ index: this.names.terms, query, size: MOST_CANDIDATES, _source: ['term'] }),
    );
    const terms = answer.hits.hits.flatMap(({ _source }) => _source?.term ?? []);
    const frequencies = await this.frequencies(terms);
    return terms.flatMap((term) => {
      const frequency = frequencies.get(term);
      return frequency === undefined ? [] : [{ term, frequency }];
    });
  }

  /** Frequencies count removed records until the server merges; what only those said must not be offered to anybody. */
  private async living(terms: LexiconTerm[]): Promise<LexiconTerm[]> {
    if (terms.length === 0) return [];
    const filters = terms.map(({ term }) => ({ term: { vocabulary: { value: term } } }));
    const answer = await this.guard.run(() =>
      this.client.search<never, { living: { buckets: { doc_count: number }[] } }>({
        index: this.names.live,
        size: 0,
        aggs: { living: { filters: { filters } } },
      }),
    );
    const buckets = answer.aggregations?.living.buckets ?? [];
    return terms.filter((_, position) => (buckets[position]?.doc_count ?? 0) > 0);
  }

  /** Document frequencies of one shard, which costs no search. */
  private async read(terms: string[]): Promise<Map<string, number>> {
    const answer = await this.client.termvectors({
      index: this.names.live,
      fields: ['vocabulary'],
      doc: { vocabulary: [...terms, ANCHOR].join(' ') },
      positions: false,
      offsets: false,
      payloads: false,
      term_statistics: true,
      field_statistics: true,
    });
    const { field_statistics: field, terms: found } = answer.term_vectors?.vocabulary ?? {};
    const frequencies = new Map<string, number>();
    // That there is nothing is not remembered: an empty index is filled the next moment.
    if (field && field.doc_count > 0) frequencies.set(EVERY_RECORD, field.doc_count);
    for (const [term, { doc_freq }] of Object.entries(found ?? {})) if (doc_freq !== undefined) frequencies.set(term, doc_freq);
    return frequencies;
  }
}

/** Keeps the request from being empty when only the number of records is asked for. */
const ANCHOR = '\u2060';

function isToken(term: string): boolean {
  return term !== '' && !/\s/.test(term) && term.isWellFormed();
}

function byFrequency(a: LexiconTerm, b: LexiconTerm): number {
  return b.frequency - a.frequency || (a.term < b.term ? -1 : 1);
}
