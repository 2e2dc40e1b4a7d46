import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction } from '../../platform/database/index.js';
import type { UsageKind } from './data-usage.entity.js';

/** So many uses of one sort on one day. */
export interface UsageCount {
  tableId: string;
  day: string;
  kind: UsageKind;
  keyed: boolean;
  /** A developer's key; departments' keys are not told apart. */
  keyId: string | null;
  requests: number;
}

/** The uses of a table on a day. */
export interface UsedDay {
  day: string;
  dataset: string;
  table: string;
  rows: number;
  exports: number;
  previews: number;
  withKey: number;
}

/** A dataset and how often its tables were used. */
export interface UsedDataset {
  identifier: string;
  title: string;
  uses: number;
}

const SUMS = (keyed: string) => `u.day, r.identifier AS dataset, t.name AS table,
    coalesce(sum(u.requests) FILTER (WHERE u.kind = 'rows'), 0)::float8 AS rows,
    coalesce(sum(u.requests) FILTER (WHERE u.kind = 'export'), 0)::float8 AS exports,
    coalesce(sum(u.requests) FILTER (WHERE u.kind = 'preview'), 0)::float8 AS previews,
    coalesce(sum(u.requests) FILTER (WHERE ${keyed}), 0)::float8 AS "withKey"`;
const TABLES = 'JOIN data_table t ON t.id = u.table_id JOIN record r ON r.id = t.record_id';
const BY_DAY = 'GROUP BY u.day, r.identifier, t.id, t.name ORDER BY u.day DESC, r.identifier, t.id LIMIT 10000';

/** Counts of uses in the database. */
@Injectable()
export class UsageRepository {
  constructor(private readonly source: DataSource) {}

  /** Adds to what is counted, in the order of the keys so that processes do not wait for each other in a ring. */
  async add(counts: readonly UsageCount[]): Promise<void> {
    const given = JSON.stringify(counts);
    const rows = `jsonb_to_recordset($1::jsonb) AS n("tableId" bigint, day text, kind text, keyed boolean, "keyId" bigint, requests bigint)`;
    await inTransaction(this.source, async (transaction) => {
      await transaction.query(
        `INSERT INTO data_usage AS u (table_id, day, kind, keyed, requests)
           SELECT n."tableId", n.day, n.kind, n.keyed, sum(n.requests) FROM ${rows} JOIN data_table t ON t.id = n."tableId"
            GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
         ON CONFLICT (table_id, day, kind, keyed) DO UPDATE SET requests = u.requests + excluded.requests`,
        [given],
      );
      await transaction.query(
        `INSERT INTO data_key_usage AS u (key_id, table_id, day, kind, requests)
           SELECT n."keyId", n."tableId", n.day, n.kind, sum(n.requests) FROM ${rows} JOIN data_table t ON t.id = n."tableId"
            WHERE n."keyId" IS NOT NULL GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
         ON CONFLICT (key_id, table_id, day, kind) DO UPDATE SET requests = u.requests + excluded.requests`,
        [given],
      );
    });
  }

  /** Of one dataset, the newest day first. */
  ofRecord(recordId: string, from: string, to: string): Promise<UsedDay[]> {
    return this.source.query(
      `SELECT ${SUMS('u.keyed')} FROM data_usage u ${TABLES} WHERE t.record_id = $1 AND u.day BETWEEN $2 AND $3 ${BY_DAY}`,
      [recordId, from, to],
    );
  }

  /** Published datasets by how often they were used, the most first. */
  mostUsed(from: string, to: string, limit: number): Promise<UsedDataset[]> {
    return this.source.query(
      `SELECT r.identifier, r.title, sum(u.requests)::float8 AS uses FROM data_usage u ${TABLES}
        WHERE u.day BETWEEN $1 AND $2 AND r.status = 'published'
        GROUP BY r.id ORDER BY uses DESC, r.id LIMIT $3`,
      [from, to, limit],
    );
  }

  /** Of one key, the newest day first. */
  ofKey(keyId: string, from: string, to: string): Promise<UsedDay[]> {
    return this.source.query(
      `SELECT ${SUMS('TRUE')} FROM data_key_usage u ${TABLES} WHERE u.key_id = $1 AND u.day BETWEEN $2 AND $3 ${BY_DAY}`,
      [keyId, from, to],
    );
  }
}
