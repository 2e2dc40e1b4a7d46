import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RecordKind } from '../../catalog/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { ChangeAction } from './catalog-change.entity.js';

/** A change of a table, to be entered. */
export interface TableChange {
  recordId: string;
  tableId: string;
  version: number | null;
  action: ChangeAction;
  changedAt: Date;
}

/** A change as the feed has it. */
export interface ListedChange {
  id: string;
  action: ChangeAction;
  identifier: string;
  kind: RecordKind;
  revision: number | null;
  table: string | null;
  version: number | null;
  reason: string | null;
  changedAt: Date;
}

export interface ChangeFilter {
  /** Changes with a larger id only. */
  after: string;
  /** And with no larger one. */
  until?: string;
  kind?: RecordKind;
  department?: string;
  limit: number;
}

/** Any number of ours. */
const LOCK = 7_401_264_001;

/** The log of changes in the database. */
@Injectable()
export class ChangeRepository {
  constructor(private readonly source: DataSource) {}

  /** Enters revisions of records that were committed; those entered before stay. */
  async addRevisions(transaction: Transaction, changes: readonly { recordId: string; revision: number }[]): Promise<void> {
    await this.lock(transaction);
    await transaction.query(
      `INSERT INTO catalog_change (record_id, revision, action, changed_at)
       SELECT v.record_id, v.revision, v.action, v.created_at
         FROM unnest($1::bigint[], $2::integer[]) WITH ORDINALITY AS k (record_id, revision, place)
         JOIN record_revision v USING (record_id, revision) ORDER BY k.place
       ON CONFLICT ON CONSTRAINT catalog_change_revision_key DO NOTHING`,
      [changes.map(({ recordId }) => recordId), changes.map(({ revision }) => revision)],
    );
  }

  /** Enters changes of tables; as the last thing of the transaction, since nobody else enters any until it ends. */
  async addTables(transaction: Transaction, changes: readonly TableChange[]): Promise<void> {
    if (changes.length === 0) return;
    await this.lock(transaction);
    // What changed the record is told before what came of it.
    await transaction.query(
      `INSERT INTO catalog_change (record_id, revision, action, changed_at)
       SELECT record_id, revision, action, created_at FROM record_revision WHERE record_id = ANY ($1::bigint[]) ORDER BY created_at, revision
       ON CONFLICT ON CONSTRAINT catalog_change_revision_key DO NOTHING`,
      [changes.map(({ recordId }) => recordId)],
    );
    for (const { recordId, tableId, version, action, changedAt } of changes)
      await transaction.query('INSERT INTO catalog_change (record_id, table_id, version, action, changed_at) VALUES ($1, $2, $3, $4, $5)', [
        recordId,
        tableId,
        version,
        action,
        changedAt,
      ]);
  }

  /**
   * The next changes in their order, and the last position that there is. Tables of datasets that are not open to
   * everybody are left out: even their names are not for all.
   */
  async list({ after, until, kind, department, limit }: ChangeFilter): Promise<{ changes: ListedChange[]; last: string }> {
    const [row] = await this.source.query<{ changes: (Omit<ListedChange, 'changedAt'> & { changedAt: string })[]; last: string }[]>(
      `SELECT coalesce((SELECT max(id) FROM catalog_change), 0)::text AS last,
              coalesce((SELECT json_agg(page ORDER BY page.place) FROM (
                SELECT c.id AS place, c.id::text AS id, c.action, r.identifier, r.kind, c.revision, t.name AS "table", c.version,
                       CASE WHEN c.action = 'withdrawn' THEN v.reason END AS reason, c.changed_at AS "changedAt"
                  FROM catalog_change c
                  JOIN record r ON r.id = c.record_id
                  LEFT JOIN data_table t ON t.id = c.table_id
                  LEFT JOIN record_revision v ON v.record_id = c.record_id AND v.revision = c.revision
                 WHERE c.id > $1::bigint AND ($5::bigint IS NULL OR c.id <= $5)
                   AND ($2::text IS NULL OR r.kind = $2)
                   AND ($3::text IS NULL OR r.department = $3 OR $3 = ANY (r.co_departments))
                   AND (c.table_id IS NULL
                        OR (r.status = 'published' AND coalesce(r.profile->>'openness', '') NOT IN ('conditional', 'none')))
                 ORDER BY c.id LIMIT $4) AS page), '[]') AS changes`,
      [after, kind ?? null, department ?? null, limit, until ?? null],
    );
    const { changes, last } = row!;
    return { last, changes: changes.map((change) => ({ ...change, changedAt: new Date(change.changedAt) })) };
  }

  /** The last position that there is. */
  async last(): Promise<string> {
    const [row] = await this.source.query<{ last: string }[]>('SELECT coalesce(max(id), 0)::text AS last FROM catalog_change');
    return row!.last;
  }

  /** The position before the first change since a time. */
  async before(since: Date): Promise<string> {
    const [row] = await this.source.query<{ position: string }[]>(
      `SELECT coalesce((SELECT min(id) - 1 FROM catalog_change WHERE changed_at >= $1), (SELECT max(id) FROM catalog_change), 0)::text AS position`,
      [since],
    );
    return row!.position;
  }

  /** When the records came into the catalog that are new in a stretch of the log; none when there are none. */
  async timesOfNew(after: string, until: string): Promise<{ from: Date; to: Date } | undefined> {
    const [row] = await this.source.query<[{ from: Date | null; to: Date }]>(
      `SELECT min(changed_at) AS "from", max(changed_at) AS "to" FROM catalog_change
        WHERE id > $1::bigint AND id <= $2::bigint AND action = 'created' AND revision IS NOT NULL`,
      [after, until],
    );
    return row.from ? { from: row.from, to: row.to } : undefined;
  }

  /** Which of these records are new in a stretch of the log. */
  async amongNew(after: string, until: string, identifiers: readonly string[]): Promise<string[]> {
    const rows = await this.source.query<{ identifier: string }[]>(
      `SELECT r.identifier FROM record r JOIN catalog_change c ON c.record_id = r.id
        WHERE r.identifier = ANY ($3) AND c.id > $1::bigint AND c.id <= $2::bigint AND c.action = 'created' AND c.revision IS NOT NULL`,
      [after, until, identifiers],
    );
    return rows.map(({ identifier }) => identifier);
  }

  /** Whoever enters changes waits for the one before to commit: so ids become visible in their order, and no reader overlooks one. */
  private async lock(transaction: Transaction): Promise<void> {
    await transaction.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
  }
}
