import type { Pool, PoolClient } from 'pg';
import type { IndexRow } from './index-row.js';
import { DROP_NEXT, type IndexTables, LIVE, NEXT, REBUILD_LOCK, SWITCH_LOCK, WRITE_LOCK } from './index-tables.js';
import { deletions } from '../similar-terms.js';
import { facetTerm, isSpecial } from '../special-terms.js';
import { suggestionKey, type SuggestionRow } from '../suggestion-rows.js';
import { soundOf } from '../term-sound.js';

/** A row with the texts that complete to it. */
export interface WrittenRow extends IndexRow {
  suggestions: SuggestionRow[];
}

const UPSERT = (table: string) => `
  INSERT INTO ${table} AS old (record_id, version, alive, identifier, title, published_on, modified_on, created_at, updated_at,
    facets, labels, head, terms, words)
  SELECT record_id, version, true, identifier, title, published_on, modified_on, created_at, updated_at,
    string_to_array(facets, chr(31)), string_to_array(labels, chr(31)), head::tsvector, terms::tsvector, words
  FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[],
      $11::text[], $12::text[], $13::text[])
    AS row (record_id, version, identifier, title, published_on, modified_on, created_at, updated_at, facets, labels, head, terms, words)
  ON CONFLICT (record_id) DO UPDATE SET version = excluded.version, alive = true, identifier = excluded.identifier, title = excluded.title,
    published_on = excluded.published_on, modified_on = excluded.modified_on, created_at = excluded.created_at,
    updated_at = excluded.updated_at, facets = excluded.facets, labels = excluded.labels, head = excluded.head,
    terms = excluded.terms, words = excluded.words
  WHERE old.version < excluded.version OR (old.version = excluded.version AND old.alive)
  RETURNING record_id, xmax = 0 AS inserted`;

const BURY = (table: string) => `
  INSERT INTO ${table} AS old (record_id, version, alive, identifier, title, published_on, modified_on, facets, head, terms, words)
  SELECT record_id, version, false, '', '', '', '', '{}', '', '', '' FROM unnest($1::text[], $2::bigint[]) AS row (record_id, version)
  ON CONFLICT (record_id) DO UPDATE SET version = excluded.version, alive = false, identifier = '', title = '', published_on = '',
    modified_on = '', created_at = '', updated_at = '', facets = '{}', labels = '{}', head = '', terms = '', words = ''
  WHERE old.version <= excluded.version
  RETURNING record_id`;

/** What the index holds of records that a write replaces or a removal buries; locked until it does. */
const REPLACED = (table: string) => `
  SELECT record_id FROM ${table} JOIN unnest($1::text[], $2::bigint[]) AS row (record_id, version) USING (record_id)
   WHERE alive AND ${table}.version <= row.version FOR UPDATE OF ${table}`;

/** Takes the words of records out of the frequencies; the head keeps no more than it says of itself. */
const UNCOUNT = ({ entry, term }: IndexTables) => `
  WITH left_over AS (UPDATE ${term} AS known SET frequency = known.frequency - lost.anywhere,
      head_frequency = least(known.head_frequency - lost.head, known.frequency - lost.anywhere)
    FROM (SELECT word, count(*)::int AS anywhere, count(*) FILTER (WHERE in_head)::int AS head
            FROM (SELECT word, word = ANY(tsvector_to_array(ts_filter(head, '{a,b,c}'))) AS in_head
                    FROM ${entry}, unnest(tsvector_to_array(terms)) AS word WHERE record_id = ANY($1)) AS old
           GROUP BY word) AS lost
   WHERE known.term = lost.word RETURNING known.term, known.frequency)
  SELECT term FROM left_over WHERE frequency <= 0`;

/** Topics without a code that no other record has: whoever types must not learn of them any more. */
const LOST_TOPICS = ({ entry }: IndexTables) => `
  SELECT DISTINCT facet FROM ${entry} AS gone, unnest(facets) AS facet
   WHERE record_id = ANY($1) AND starts_with(facet, $2)
     AND NOT EXISTS (SELECT FROM ${entry} AS other WHERE other.alive AND other.record_id <> ALL($1) AND other.facets @> ARRAY[facet])`;

const TAKE_TURN = 'SELECT pg_advisory_xact_lock($1)';

interface TermCount {
  /** Records with the term anywhere, and in their head. */
  all: number;
  head: number;
}

/** Writes entries, tombstones and vocabulary, into the live index and into one being built. */
export class IndexWriterRepository {
  constructor(private readonly pool: Pool) {}

  /** Writes to the live index and, while a rebuild is under way, to the new one. */
  async write(rows: WrittenRow[]): Promise<void> {
    await this.everywhere((client, tables) => this.writeTo(client, tables, rows));
  }

  async remove(records: { recordId: string; version: number }[]): Promise<void> {
    const newest = [...newestOf(records).values()];
    if (newest.length === 0) return;
    await this.everywhere(async (client, tables) => {
      await this.forget(client, tables, newest);
      const buried = await client.query<{ record_id: string }>(BURY(tables.entry), [
        newest.map((r) => r.recordId),
        newest.map((r) => r.version),
      ]);
      await client.query(`DELETE FROM ${tables.suggestion} WHERE record_id = ANY($1)`, [buried.rows.map((row) => row.record_id)]);
    });
  }

  /** Writes to the index being built alone. */
  async writeNext(rows: WrittenRow[]): Promise<void> {
    await this.transaction(async (client) => {
      await client.query(TAKE_TURN, [WRITE_LOCK]);
      await this.writeTo(client, NEXT, rows);
    });
  }

  private async everywhere(work: (client: PoolClient, tables: IndexTables) => Promise<void>): Promise<void> {
    if (await this.transaction((client) => this.attempt(client, work))) return;
    await this.sweep();
    await this.transaction((client) => this.attempt(client, work));
  }

  /** False when the tables of a dead rebuild have to go first; nothing is written then. */
  private async attempt(client: PoolClient, work: (client: PoolClient, tables: IndexTables) => Promise<void>): Promise<boolean> {
    await client.query('SELECT pg_advisory_xact_lock_shared($1)', [SWITCH_LOCK]);
    // Locking a table is what makes a session see tables that others made or dropped while it waited.
    await client.query(`LOCK TABLE ${LIVE.entry} IN ROW EXCLUSIVE MODE`);
    const { rows } = await client.query<{ building: boolean; dead: boolean }>(
      `SELECT building, CASE WHEN building THEN pg_try_advisory_xact_lock_shared($2) ELSE false END AS dead
       FROM (SELECT to_regclass($1) IS NOT NULL AS building) AS found`,
      [NEXT.entry, REBUILD_LOCK],
    );
    const { building, dead } = rows[0]!;
    if (dead) return false;
    await client.query(TAKE_TURN, [WRITE_LOCK]);
    await work(client, LIVE);
    if (building) await work(client, NEXT);
    return true;
  }

  /** Drops what a rebuild left that died. */
  private async sweep(): Promise<void> {
    await this.transaction(async (client) => {
      await client.query('SELECT pg_advisory_xact_lock($1)', [SWITCH_LOCK]);
      const { rows } = await client.query<{ dead: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS dead', [REBUILD_LOCK]);
      if (rows[0]!.dead) await client.query(DROP_NEXT);
    });
  }

  private async writeTo(client: PoolClient, tables: IndexTables, rows: WrittenRow[]): Promise<void> {
    const newest = [...newestOf(rows).values()].sort((a, b) => (a.recordId < b.recordId ? -1 : 1));
    if (newest.length === 0) return;
    const column = <T>(read: (row: WrittenRow) => T) => newest.map(read);
    await this.forget(client, tables, newest);
    const written = await client.query<{ record_id: string; inserted: boolean }>(UPSERT(tables.entry), [
      column((row) => row.recordId),
      column((row) => row.version),
      column((row) => row.identifier),
      column((row) => row.title),
      column((row) => row.publishedOn),
      column((row) => row.modifiedOn),
      column((row) => row.createdAt),
      column((row) => row.updatedAt),
      column((row) => row.facets.join('\u001f')),
      column((row) => row.labels.join('\u001f')),
      column((row) => row.head),
      column((row) => row.terms),
      column((row) => row.words),
    ]);
    const accepted = new Map(written.rows.map((row) => [row.record_id, row.inserted]));
    const current = newest.filter(({ recordId }) => accepted.has(recordId));
    await this.writeSuggestions(client, tables.suggestion, current, accepted);
    await this.countTerms(client, tables.term, current);
  }

  private async writeSuggestions(client: PoolClient, table: string, rows: WrittenRow[], accepted: Map<string, boolean>): Promise<void> {
    const replaced = rows.filter(({ recordId }) => accepted.get(recordId) === false).map(({ recordId }) => recordId);
    if (replaced.length > 0) await client.query(`DELETE FROM ${table} WHERE record_id = ANY($1)`, [replaced]);
    const suggestions = rows.flatMap((row) => row.suggestions).sort((a, b) => (a.recordId + a.key < b.recordId + b.key ? -1 : 1));
    const column = (name: keyof SuggestionRow) => suggestions.map((suggestion) => suggestion[name]);
    await client.query(
      `INSERT INTO ${table} (type, record_id, identifier, text, key, pinyin, initials)
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[]) ON CONFLICT DO NOTHING`,
      [column('type'), column('recordId'), column('identifier'), column('text'), column('key'), column('pinyin'), column('initials')],
    );
  }

  /** Takes out what only the records say that are about to be replaced or removed: words, and topics of their own. */
  private async forget(client: PoolClient, tables: IndexTables, records: readonly { recordId: string; version: number }[]): Promise<void> {
    const { rows } = await client.query<{ record_id: string }>(REPLACED(tables.entry), [
      records.map(({ recordId }) => recordId),
      records.map(({ version }) => version),
    ]);
    if (rows.length === 0) return;
    const replaced = rows.map(({ record_id: id }) => id);
    const gone = await client.query<{ term: string }>(UNCOUNT(tables), [replaced]);
    if (gone.rows.length > 0) await client.query(`DELETE FROM ${tables.term} WHERE term = ANY($1)`, [gone.rows.map(({ term }) => term)]);
    const beginning = facetTerm('topic', '');
    const lost = await client.query<{ facet: string }>(LOST_TOPICS(tables), [replaced, beginning]);
    const keys = lost.rows.map(({ facet }) => suggestionKey(facet.slice(beginning.length)));
    if (keys.length > 0)
      await client.query(`DELETE FROM ${tables.suggestion} WHERE record_id = '' AND type = 'topic' AND key = ANY($1)`, [keys]);
  }

  /** Adds records to the frequencies. */
  private async countTerms(client: PoolClient, table: string, rows: WrittenRow[]): Promise<void> {
    const counts = new Map<string, TermCount>();
    for (const { vocabulary } of rows) {
      for (const [term, inHead] of vocabulary) {
        let count = counts.get(term);
        if (!count) counts.set(term, (count = { all: 0, head: 0 }));
        count.all++;
        if (inHead) count.head++;
      }
    }
    const all = [...counts.keys()].sort();
    const known = await client.query<{ term: string }>(
      `UPDATE ${table} AS old SET frequency = old.frequency + row.frequency, head_frequency = old.head_frequency + row.head_frequency
       FROM unnest($1::text[], $2::int[], $3::int[]) AS row (term, frequency, head_frequency) WHERE old.term = row.term RETURNING old.term`,
      [all, all.map((term) => counts.get(term)!.all), all.map((term) => counts.get(term)!.head)],
    );
    const seen = new Set(known.rows.map(({ term }) => term));
    const fresh = all.filter((term) => !seen.has(term));
    const sounds = fresh.map((term) =>
      term.length > 1 && term.length <= 8 && !isSpecial(term) ? soundOf(term) : { pinyin: '', initials: '' },
    );
    await client.query(
      `INSERT INTO ${table} AS old (term, frequency, head_frequency, pinyin, initials, deletions)
       SELECT term, frequency, head_frequency, pinyin, initials, string_to_array(deletions, chr(31))
       FROM unnest($1::text[], $2::int[], $3::int[], $4::text[], $5::text[], $6::text[]) AS row (term, frequency, head_frequency, pinyin, initials, deletions)
       ON CONFLICT (term) DO UPDATE SET frequency = old.frequency + excluded.frequency, head_frequency = old.head_frequency + excluded.head_frequency`,
      [
        fresh,
        fresh.map((term) => counts.get(term)!.all),
        fresh.map((term) => counts.get(term)!.head),
        sounds.map(({ pinyin }) => pinyin),
        sounds.map(({ initials }) => initials),
        fresh.map((term) => (counts.get(term)!.head > 0 ? deletions(term).join('\u001f') : '')),
      ],
    );
  }

  private async transaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let failed: unknown;
    try {
      await client.query('BEGIN');
      const result = await work(client);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      failed = error;
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      // A connection that failed may be broken: the pool opens a new one.
      client.release(failed !== undefined);
    }
  }
}

function newestOf<T extends { recordId: string; version: number }>(rows: T[]): Map<string, T> {
  const newest = new Map<string, T>();
  for (const row of rows) if ((newest.get(row.recordId)?.version ?? -1) <= row.version) newest.set(row.recordId, row);
  return newest;
}
