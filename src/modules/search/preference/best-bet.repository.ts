import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';

/** Records that editors want first or last for a query, by identifier. */
export interface BestBetRow {
  query: string;
  pinned: string[];
  buried: string[];
  note: string;
  updatedBy: string;
  updatedAt: Date;
}

/** The same for the engine: record ids of published records. */
export interface PlacedRecords {
  key: string;
  pinned: string[];
  buried: string[];
}

/** Identifiers of an array of record ids, in its order. */
const identifiers = (column: string) =>
  `ARRAY(SELECT r.identifier FROM unnest(b.${column}) WITH ORDINALITY AS p (id, place) JOIN record r USING (id) ORDER BY p.place)`;
const published = (column: string) =>
  `ARRAY(SELECT r.id::text FROM unnest(b.${column}) WITH ORDINALITY AS p (id, place) JOIN record r USING (id) WHERE r.status = 'published' ORDER BY p.place)`;

/** Best bets as editors set them. */
@Injectable()
export class BestBetRepository {
  constructor(private readonly source: DataSource) {}

  list(): Promise<BestBetRow[]> {
    return this.source.query(
      `SELECT query, ${identifiers('pinned')} AS pinned, ${identifiers('buried')} AS buried, note,
         updated_by AS "updatedBy", updated_at AS "updatedAt" FROM search_best_bet b ORDER BY query_key COLLATE "C"`,
    );
  }

  placed(): Promise<PlacedRecords[]> {
    return this.source.query(
      `SELECT query_key AS key, ${published('pinned')} AS pinned, ${published('buried')} AS buried FROM search_best_bet b`,
    );
  }

  async set(transaction: Transaction, key: string, bet: Omit<BestBetRow, 'updatedAt'>): Promise<void> {
    await transaction.query(
      `INSERT INTO search_best_bet (query_key, query, pinned, buried, note, updated_by) VALUES ($1, $2, $3::bigint[], $4::bigint[], $5, $6)
       ON CONFLICT (query_key) DO UPDATE SET query = excluded.query, pinned = excluded.pinned, buried = excluded.buried,
         note = excluded.note, updated_by = excluded.updated_by, updated_at = now()`,
      [key, bet.query, bet.pinned, bet.buried, bet.note, bet.updatedBy],
    );
  }

  /** False when there was none. */
  async remove(transaction: Transaction, key: string): Promise<boolean> {
    const [rows] = await transaction.query<[unknown[], number]>('DELETE FROM search_best_bet WHERE query_key = $1 RETURNING 1', [key]);
    return rows.length > 0;
  }
}
