import type { Pool } from 'pg';
import type { Lexicon, LexiconTerm } from '../../query/analysed-query.js';
import { deletions, withinOneEdit } from './similar-terms.js';
import { soundOf } from './term-sound.js';
import { storable } from './tsvector-literal.js';

const MOST = 10;
const LONGEST_INPUT = 40;

/** The vocabulary of the live index. */
export class PostgresLexicon implements Lexicon {
  constructor(private readonly pool: Pool) {}

  async total(): Promise<number> {
    // The planner's estimate is close enough for rarity and costs nothing; a young table has none yet.
    const { rows } = await this.pool.query<{ n: number }>(
      `SELECT CASE WHEN reltuples > 1000 THEN reltuples::int ELSE (SELECT count(*)::int FROM search_entry WHERE alive) END AS n
       FROM pg_class WHERE oid = 'search_entry'::regclass`,
    );
    return rows[0]!.n;
  }

  async frequencies(terms: string[]): Promise<Map<string, number>> {
    if (terms.length === 0) return new Map();
    const { rows } = await this.pool.query<LexiconTerm>('SELECT term, frequency FROM search_term WHERE term = ANY($1)', [
      terms.map(storable),
    ]);
    return new Map(rows.map(({ term, frequency }) => [term, frequency]));
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
      [typed, soundOf(typed).pinyin, deletions(typed)],
    );
    const near = rows.filter((row) => row.sounds || withinOneEdit(typed, row.term));
    return near.slice(0, MOST).map(({ term: found, frequency }) => ({ term: found, frequency }));
  }
}
