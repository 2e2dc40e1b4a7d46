import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** How often a query was asked (`recordId` 0) or a record was opened from its results. */
export interface UsageCount {
  key: string;
  query: string;
  recordId: string;
  count: number;
}

/** Days that count, and days after which nothing is kept. */
const RECENT_DAYS = 90;
const KEPT_DAYS = 400;
/** A record opened less often says nothing yet. */
const FEWEST_CLICKS = 5;
/** A query that few asked might tell of one of them. */
const FEWEST_ASKED = 20;
const MOST_POPULAR = 1000;
const MOST_FAVOURED = 20_000;

/** Daily counts of what is asked and opened; nothing in them tells who. */
@Injectable()
export class UsageRepository {
  constructor(private readonly source: DataSource) {}

  async add(day: string, counts: readonly UsageCount[]): Promise<void> {
    await this.source.query(
      `INSERT INTO search_usage (day, query_key, query, record_id, count)
       SELECT $1::date, * FROM unnest($2::text[], $3::text[], $4::bigint[], $5::int[])
       ON CONFLICT (query_key, record_id, day) DO UPDATE SET count = search_usage.count + excluded.count`,
      [day, ...(['key', 'query', 'recordId', 'count'] as const).map((column) => counts.map((row) => row[column]))],
    );
    await this.source.query('DELETE FROM search_usage WHERE day < $1::date - $2::int', [day, KEPT_DAYS]);
  }

  /** Records opened most from the results of each query, with their share of its clicks. */
  favoured(day: string): Promise<{ key: string; recordId: string; share: number }[]> {
    return this.source.query(
      `SELECT key, "recordId", share FROM (
         SELECT query_key AS key, record_id::text AS "recordId", sum(count) AS clicks,
           (sum(count) / sum(sum(count)) OVER (PARTITION BY query_key))::float8 AS share
         FROM search_usage WHERE record_id <> 0 AND day > $1::date - $2::int GROUP BY query_key, record_id) AS clicked
       WHERE clicks >= $3 AND share >= 0.05 ORDER BY clicks DESC LIMIT ${MOST_FAVOURED}`,
      [day, RECENT_DAYS, FEWEST_CLICKS],
    );
  }

  /** Queries that many ask, the most frequent first. */
  async popular(day: string): Promise<string[]> {
    const rows = await this.source.query<{ query: string }[]>(
      `SELECT min(query) AS query FROM search_usage WHERE record_id = 0 AND day > $1::date - $2::int
       GROUP BY query_key HAVING sum(count) >= $3 ORDER BY sum(count) DESC, query_key LIMIT ${MOST_POPULAR}`,
      [day, RECENT_DAYS, FEWEST_ASKED],
    );
    return rows.map(({ query }) => query);
  }
}
