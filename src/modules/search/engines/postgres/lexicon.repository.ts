import type { Pool } from 'pg';
import { ExpiringCache } from '../../../kernel/expiring-cache.js';
import type { Lexicon, LexiconTerm } from '../../query/analysed-query.js';
import { deletions, withinOneEdit } from '../similar-terms.js';
import { soundOf } from '../term-sound.js';
import { storable } from '../tsvector-literal.js';

const MOST = 10;
const LONGEST_INPUT = 40;
/** Stands for the number of all records among the frequencies; no text has such a word. */
const EVERY_RECORD = '';
/** The planner's estimate is close enough for rarity and costs nothing; a small or new table is counted. */
const TOTAL = `(SELECT CASE WHEN reltuples > 1000 THEN reltuples::int ELSE (SELECT count(*)::int FROM search_entry WHERE alive) END
  FROM pg_class WHERE oid = 'search_entry'::regclass)`;

/** The vocabulary of the live index. */
export class PostgresLexicon implements Lexicon {
  /** Rarity may be a moment old: it decides order, never what is found. */
  private readonly recent = new ExpiringCache<string, number>(2_000, 20_000);

  constructor(private readonly pool: Pool) {}

  async total(): Promise<number> {
    return (await this.statistics([])).total;
  }

  async frequencies(terms: string[]): Promise<Map<string, number>> {
    return terms.length === 0 ? new Map() : (await this.statistics(terms)).frequencies;
  }

  /** Number of records and frequency of each known term, in one round trip. */
  async statistics(terms: string[]): Promise<{ total: number; frequencies: Map<string, number> }> {
    const stored = [...terms.map(storable), EVERY_RECORD];
    const known = await this.recent.through(stored, (missing) => this.read(missing));
    const total = known.get(EVERY_RECORD) ?? 0;
    known.delete(EVERY_RECORD);
    return { total, frequencies: new Map([...known].filter(([, frequency]) => frequency > 0)) };
  }

  private async read(terms: string[]): Promise<Map<string, number>> {
    const { rows } = await this.pool.query<LexiconTerm>(
      `SELECT $2 AS term, ${TOTAL} AS frequency UNION ALL SELECT term, frequency FROM search_term WHERE term = ANY($1::text[])`,
      [terms, EVERY_RECORD],
    );
    // That there is nothing is not remembered: an empty index is filled the next moment.
    return new Map(rows.filter(({ frequency }) => frequency > 0).map(({ term, frequency }) => [term, frequency]));
  }

  async byPinyin(pinyin: string): Promise<LexiconTerm[]> {
    const typed = storable(pinyin)
      .toLowerCase()
      .replaceAll(/[\s']+/g, '');
    if (typed === '' || typed.length > LONGEST_INPUT) return [];
    const { rows } = await this.pool.query<LexiconTerm>(
      `SELECT term, frequency FROM search_term WHERE pinyin <> '' AND initials <> '' AND (pinyin = $1 OR initials = $1)
       ORDER BY pinyin <> $1, head_frequency DESC, frequency DESC, term LIMIT ${MOST}`,
      [typed],
    );
    return rows;
  }

  async similar(term: string): Promise<LexiconTerm[]> {
    const typed = storable(term);
    if (typed === '' || typed.length > LONGEST_INPUT) return [];
    const { rows } = await this.pool.query<LexiconTerm & { sounds: boolean }>(
      `SELECT term, frequency, pinyin <> '' AND pinyin = $2 AS sounds FROM search_term
       WHERE term <> $1 AND ((pinyin <> '' AND pinyin = $2) OR deletions && $3::text[])
       ORDER BY head_frequency DESC, frequency DESC, term LIMIT 200`,
      [typed, soundOf(typed).pinyin, [typed, ...deletions(typed)]],
    );
    const near = rows.filter((row) => row.sounds || withinOneEdit(typed, row.term));
    return near.slice(0, MOST).map(({ term: found, frequency }) => ({ term: found, frequency }));
  }
}
