import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RefusedEntry } from './search-engine.js';

/** A record that is not in the index, and why. */
export interface ParkedEntry extends RefusedEntry {
  identifier: string;
  parkedAt: Date;
}

const MOST_LISTED = 1000;

/** Records that the engine cannot take: set aside, so that they hold up nobody, until they change. */
@Injectable()
export class ParkedEntryRepository {
  constructor(private readonly source: DataSource) {}

  async park(entries: readonly RefusedEntry[]): Promise<void> {
    if (entries.length === 0) return;
    await this.source.query(
      `INSERT INTO search_parked (record_id, version, reason) SELECT * FROM unnest($1::bigint[], $2::int[], $3::text[])
       ON CONFLICT (record_id) DO UPDATE SET version = excluded.version, reason = excluded.reason, parked_at = now()`,
      [entries.map(({ recordId }) => recordId), entries.map(({ version }) => version), entries.map(({ reason }) => storable(reason))],
    );
  }

  /** The records are in the index, or no longer belong there. */
  async release(recordIds: readonly string[]): Promise<void> {
    await this.source.query('DELETE FROM search_parked WHERE record_id = ANY($1::bigint[])', [recordIds]);
  }

  list(): Promise<ParkedEntry[]> {
    return this.source.query(
      `SELECT p.record_id AS "recordId", p.version, p.reason, p.parked_at AS "parkedAt", r.identifier
         FROM search_parked p JOIN record r ON r.id = p.record_id AND r.status = 'published' ORDER BY p.record_id LIMIT ${MOST_LISTED}`,
    );
  }

  async count(): Promise<number> {
    const [row] = await this.source.query<{ count: string }[]>('SELECT count(*) FROM search_parked');
    return Number(row!.count);
  }
}

/** PostgreSQL keeps no NUL. */
function storable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}
