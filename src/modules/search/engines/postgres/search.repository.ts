import type { Pool } from 'pg';
import type { IndexedVersion } from '../../search-engine.js';
import type { IndexTables } from './index-tables.js';
import type { Statement } from './values.js';
import { decodeWords } from './word-stream.js';

const VERSIONS_A_PAGE = 20_000;

/** A row of the first pass. */
export interface FoundRow {
  id: number;
  recordId: string;
  identifier: string;
  title: string;
  facets: string[];
  publishedOn: string;
  modifiedOn: string;
  rank: number;
}

/** The answer of one search statement. */
export interface Found {
  total: number;
  facets: { term: string; count: number }[];
  rows: FoundRow[];
}

interface AnswerRow {
  tag: 'total' | 'facet' | 'hit';
  n: number;
  value: string;
  identifier: string;
  title: string;
  facets: string;
  published_on: string;
  modified_on: string;
  rank: number;
}

/** Reads the live index. */
export class SearchRepository {
  constructor(private readonly pool: Pool) {}

  async find(statement: Statement): Promise<Found> {
    const found: Found = { total: 0, facets: [], rows: [] };
    const { rows } = await this.pool.query<AnswerRow>({ ...statement });
    for (const row of rows) {
      if (row.tag === 'total') found.total = row.n;
      else if (row.tag === 'facet') found.facets.push({ term: row.value, count: row.n });
      else found.rows.push(hit(row));
    }
    return found;
  }

  /** Word streams by row id. */
  async words(ids: number[]): Promise<Map<number, Uint32Array>> {
    const { rows } = await this.pool.query<{ id: number; words: string }>('SELECT id, words FROM search_entry WHERE id = ANY($1::int[])', [
      ids,
    ]);
    return new Map(rows.map(({ id, words }) => [id, decodeWords(words)]));
  }

  /** Record ids and versions of the entries that are not tombstones. */
  async *versions({ entry }: IndexTables): AsyncIterable<IndexedVersion[]> {
    for (let after = '-1'; ;) {
      const { rows } = await this.pool.query<{ recordId: string; version: string }>(
        `SELECT record_id AS "recordId", version FROM ${entry} WHERE alive AND record_id::bigint > $1::bigint ORDER BY record_id::bigint LIMIT ${VERSIONS_A_PAGE}`,
        [after],
      );
      const last = rows.at(-1);
      if (!last) return;
      yield rows.map(({ recordId, version }) => ({ recordId, version: Number(version) }));
      after = last.recordId;
    }
  }

  async count(): Promise<number> {
    const { rows } = await this.pool.query<{ n: number }>('SELECT count(*)::int AS n FROM search_entry WHERE alive');
    return rows[0]!.n;
  }
}

function hit(row: AnswerRow): FoundRow {
  return {
    id: row.n,
    recordId: row.value,
    identifier: row.identifier,
    title: row.title,
    facets: row.facets === '' ? [] : row.facets.split('\u001f'),
    publishedOn: row.published_on,
    modifiedOn: row.modified_on,
    rank: Number(row.rank),
  };
}
