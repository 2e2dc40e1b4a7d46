import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** A document that stops being in force on a day. */
export interface ExpiringDocument {
  identifier: string;
  title: string;
  department: string | null;
  expiresOn: string;
}

/** What is soon over, in the database. */
@Injectable()
export class UpcomingRepository {
  constructor(private readonly source: DataSource) {}

  /** Published documents in force whose last day lies between two days, the soonest first; and how many there are. */
  async expiring(from: string, until: string, limit: number): Promise<{ total: number; documents: ExpiringDocument[] }> {
    const found = await this.source.query<(ExpiringDocument & { total: number })[]>(
      `SELECT identifier, title, department, profile->>'expiresOn' AS "expiresOn", (count(*) OVER ())::int AS total
         FROM record
        WHERE kind = 'document' AND status = 'published' AND coalesce(validity, '') NOT IN ('expired', 'repealed')
          AND profile->>'expiresOn' BETWEEN $1 AND $2 AND length(profile->>'expiresOn') = 10
        ORDER BY profile->>'expiresOn', id LIMIT $3`,
      [from, until, limit],
    );
    return { total: found[0]?.total ?? 0, documents: found.map(({ total: _, ...document }) => document) };
  }
}
