import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import type { DutySubject } from './duty-rule.js';
import { type DutyKind, DutyRow } from './duty.entity.js';

/** A published record as the rules see it, and where it belongs. */
export interface OwnedSubject extends DutySubject {
  recordId: string;
  department: string;
}

export interface DutyFilter {
  departments: readonly string[] | undefined;
  kind?: DutyKind;
  open: boolean;
  limit: number;
  offset: number;
}

export type DutyWithTitle = DutyRow & { title: string | null; recordKind: string | null };

const SUBJECT = `r.id AS "recordId", r.identifier, r.department, r.kind, r.published_on AS "publishedOn",
  coalesce(r.modified_on, to_char(r.updated_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')) AS "changedOn",
  to_char(r.created_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "createdOn",
  r.profile->>'updateCycle' AS "updateCycle", r.profile->>'openness' AS openness, r.profile->>'shareType' AS "shareType",
  r.profile->>'publicity' AS publicity, r.profile->>'documentType' AS "documentType",
  r.profile->>'legislationType' AS "legislationType", r.profile->>'article20Code' AS "article20Code",
  EXISTS (SELECT FROM record_relation l JOIN record s ON s.id = l.source_id
           WHERE l.target = r.identifier AND l.type = 'interprets' AND s.status = 'published') AS interpreted,
  coalesce((SELECT jsonb_object_agg(d.kind, d.next_review_on) FROM
    (SELECT DISTINCT ON (kind) kind, next_review_on FROM duty
      WHERE identifier = r.identifier AND resolved_at IS NOT NULL AND resolved_by <> 'schedule' ORDER BY kind, id DESC) d), '{}') AS completed`;

/** Duties, and the records they come from, in the database. */
@Injectable()
export class DutyRepository {
  constructor(private readonly source: DataSource) {}

  /** Published records of departments after a position. */
  subjectsAfter(after: string, limit: number): Promise<OwnedSubject[]> {
    return this.source.query(
      `SELECT ${SUBJECT} FROM record r WHERE r.status = 'published' AND r.department IS NOT NULL AND r.id > $1 ORDER BY r.id LIMIT $2`,
      [after, limit],
    );
  }

  subjects(transaction: Transaction, identifiers: readonly string[]): Promise<OwnedSubject[]> {
    return transaction.query(`SELECT ${SUBJECT} FROM record r WHERE r.status = 'published' AND r.identifier = ANY($1)`, [identifiers]);
  }

  /** Opens what is not open yet; answers how many. */
  async open(
    transaction: Transaction,
    duties: readonly Pick<DutyRow, 'department' | 'kind' | 'identifier' | 'since' | 'dueOn'>[],
  ): Promise<number> {
    if (duties.length === 0) return 0;
    const rows = await transaction.query<unknown[]>(
      `INSERT INTO duty (department, kind, identifier, since, due_on)
         SELECT department, kind, identifier, since, "dueOn"
         FROM jsonb_to_recordset($1::jsonb) AS new(department text, kind text, identifier text, since text, "dueOn" text)
       ON CONFLICT (kind, identifier) WHERE resolved_at IS NULL DO NOTHING RETURNING id`,
      [JSON.stringify(duties)],
    );
    return rows.length;
  }

  /** Locks the open duties of these records. */
  lockOpen(transaction: Transaction, identifiers: readonly string[]): Promise<DutyRow[]> {
    return transaction
      .createQueryBuilder(DutyRow, 'd')
      .where('d.resolved_at IS NULL AND d.identifier = ANY(:identifiers)', { identifiers })
      .orderBy('d.id')
      .setLock('pessimistic_write')
      .getMany();
  }

  /** Records with open duties, after a position. */
  async openIdentifiers(after: string, limit: number): Promise<string[]> {
    const rows = await this.source.query<{ identifier: string }[]>(
      'SELECT DISTINCT identifier FROM duty WHERE resolved_at IS NULL AND identifier > $1 ORDER BY identifier LIMIT $2',
      [after, limit],
    );
    return rows.map(({ identifier }) => identifier);
  }

  /** Of these records and of those their relations point at, the ones that have open duties. */
  async concerned(recordIds: readonly string[]): Promise<string[]> {
    const rows = await this.source.query<{ identifier: string }[]>(
      `SELECT DISTINCT d.identifier FROM duty d WHERE d.resolved_at IS NULL AND d.identifier IN (
         SELECT identifier FROM record WHERE id = ANY($1::bigint[])
         UNION ALL SELECT target FROM record_relation WHERE source_id = ANY($1::bigint[]))`,
      [recordIds],
    );
    return rows.map(({ identifier }) => identifier);
  }

  async resolve(transaction: Transaction, { id, resolvedAt, resolution, resolvedBy, nextReviewOn }: DutyRow): Promise<void> {
    await transaction.update(DutyRow, id, { resolvedAt, resolution, resolvedBy, nextReviewOn });
  }

  lock(transaction: Transaction, id: string): Promise<DutyRow | null> {
    return transaction.findOne(DutyRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** How many duties of each kind were found on a day and are open, by department, with a title as an example. */
  foundOn(day: string): Promise<{ department: string; kind: DutyKind; count: number; title: string; dueOn: string }[]> {
    return this.source.query(
      `SELECT d.department, d.kind, count(*)::integer AS count, min(r.title) AS title, min(d.due_on) AS "dueOn"
         FROM duty d JOIN record r ON r.identifier = d.identifier WHERE d.since = $1 AND d.resolved_at IS NULL
        GROUP BY d.department, d.kind ORDER BY d.department, d.kind`,
      [day],
    );
  }

  /** The longest overdue first; the newest completed first. */
  list({ departments, kind, open, limit, offset }: DutyFilter): Promise<DutyWithTitle[]> {
    return this.source.query(
      `SELECT d.id, d.department, d.kind, d.identifier, d.since, d.due_on AS "dueOn", d.resolved_at AS "resolvedAt", d.resolution,
           d.resolved_by AS "resolvedBy", d.next_review_on AS "nextReviewOn", r.title, r.kind AS "recordKind"
         FROM duty d LEFT JOIN record r ON r.identifier = d.identifier AND r.status = 'published'
        WHERE ($1::text[] IS NULL OR d.department = ANY($1)) AND ($2::text IS NULL OR d.kind = $2) AND (d.resolved_at IS NULL) = $3
        ORDER BY d.resolved_at DESC NULLS FIRST, d.due_on, d.id LIMIT $4 OFFSET $5`,
      [departments ?? null, kind ?? null, open, limit, offset],
    );
  }
}
