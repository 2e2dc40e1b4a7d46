import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RecordKind } from '../catalog/index.js';
import type { Transaction } from '../platform/database/index.js';
import type { FeedbackKind } from './feedback-kind.js';
import type { FeedbackState } from './feedback-state.js';
import { FeedbackRow } from './feedback.entity.js';

/** A feedback with the record it is about and the department that answers. */
export interface KnownFeedback extends FeedbackRow {
  identifier: string | null;
  recordKind: RecordKind | null;
  recordTitle: string | null;
  departmentName: string | null;
}

/** Which cases somebody looks at. */
export interface CaseFilter {
  /** Undefined for all. */
  departments: readonly string[] | undefined;
  state?: FeedbackState;
  kind?: FeedbackKind;
  limit: number;
  offset: number;
}

const KNOWN = `SELECT f.id, f.kind, f.record_id AS "recordId", f.department, f.title, f.address, f.text, f.contact, f.token_hash AS "tokenHash",
    f.state, f.submitted_at AS "submittedAt", f.submitted_on AS "submittedOn", f.due_on AS "dueOn", f.decided_at AS "decidedAt",
    f.decided_by AS "decidedBy", f.answer, f.published, f.confirmed, f.ended_on AS "endedOn", r.identifier, r.kind AS "recordKind",
    r.title AS "recordTitle", d.name AS "departmentName"
  FROM feedback f LEFT JOIN record r ON r.id = f.record_id LEFT JOIN department d ON d.code = f.department`;

/** Nobody of the department named can be here: it is none, or only a name on imported records. */
const UNASSIGNED = `f.state = 'waiting' AND d.registered IS NOT TRUE`;

/** What people say and ask for, in the database. */
@Injectable()
export class FeedbackRepository {
  constructor(private readonly source: DataSource) {}

  async add(transaction: Transaction, row: Omit<FeedbackRow, 'id'>): Promise<string> {
    return (await transaction.save(transaction.create(FeedbackRow, row))).id;
  }

  /** Counts one more of a place on a day, and forgets earlier days; false when there are `most` already. */
  async countFrom(transaction: Transaction, day: string, origin: string, most: number): Promise<boolean> {
    await transaction.query('DELETE FROM feedback_origin WHERE day < $1', [day]);
    const counted = await transaction.query<unknown[]>(
      `INSERT INTO feedback_origin AS o (day, origin, submitted) VALUES ($1, $2, 1)
         ON CONFLICT (day, origin) DO UPDATE SET submitted = o.submitted + 1 WHERE o.submitted < $3 RETURNING submitted`,
      [day, origin, most],
    );
    return counted.length > 0;
  }

  async find(id: string): Promise<KnownFeedback | undefined> {
    return (await this.source.query<KnownFeedback[]>(`${KNOWN} WHERE f.id = $1`, [id]))[0];
  }

  async findByToken(tokenHash: string): Promise<KnownFeedback | undefined> {
    return (await this.source.query<KnownFeedback[]>(`${KNOWN} WHERE f.token_hash = $1`, [tokenHash]))[0];
  }

  async lock(transaction: Transaction, id: string): Promise<KnownFeedback | undefined> {
    return (await transaction.query<KnownFeedback[]>(`${KNOWN} WHERE f.id = $1 FOR UPDATE OF f`, [id]))[0];
  }

  async save(transaction: Transaction, row: KnownFeedback): Promise<void> {
    const { id, state, department, decidedAt, decidedBy, answer, published, confirmed, endedOn } = row;
    await transaction.update(FeedbackRow, id, { state, department, decidedAt, decidedBy, answer, published, confirmed, endedOn });
  }

  /** What everybody reads about a record, the newest answer first. */
  published(identifier: string, kind: FeedbackKind | undefined, limit: number, offset: number): Promise<KnownFeedback[]> {
    return this.source.query(
      `${KNOWN} WHERE r.identifier = $1 AND f.published AND ($2::text IS NULL OR f.kind = $2)
        ORDER BY f.decided_at DESC, f.id DESC LIMIT $3 OFFSET $4`,
      [identifier, kind ?? null, limit, offset],
    );
  }

  /** A short text that differs after every change of what is published about a record. */
  async publishedState(identifier: string): Promise<string> {
    const [row] = await this.source.query<{ state: string }[]>(
      `SELECT count(*) || '-' || coalesce(max(extract(epoch FROM f.decided_at))::text, '') || '-' || coalesce(sum(f.id), 0) AS state
         FROM feedback f JOIN record r ON r.id = f.record_id WHERE r.identifier = $1 AND f.published`,
      [identifier],
    );
    return row!.state;
  }

  /** What waits comes first, the longest overdue at the top; then the newest answers. */
  list({ departments, state, kind, limit, offset }: CaseFilter): Promise<KnownFeedback[]> {
    return this.source.query(
      `${KNOWN} WHERE ($1::text[] IS NULL OR f.department = ANY($1)) AND ($2::text IS NULL OR f.state = $2) AND ($3::text IS NULL OR f.kind = $3)
        ORDER BY f.decided_at DESC NULLS FIRST, f.due_on, f.id LIMIT $4 OFFSET $5`,
      [departments ?? null, state ?? null, kind ?? null, limit, offset],
    );
  }

  /** What waits for somebody to choose the department. */
  unassigned(limit: number, offset: number): Promise<KnownFeedback[]> {
    return this.source.query(`${KNOWN} WHERE ${UNASSIGNED} ORDER BY f.due_on, f.id LIMIT $1 OFFSET $2`, [limit, offset]);
  }

  async isUnassigned(transaction: Transaction, id: string): Promise<boolean> {
    return (await transaction.query<unknown[]>(`${KNOWN} WHERE f.id = $1 AND ${UNASSIGNED}`, [id])).length > 0;
  }

  /** What has waited until its last day or longer, page by page. */
  waitingUntil(day: string, after: string, limit: number): Promise<KnownFeedback[]> {
    return this.source.query(`${KNOWN} WHERE f.state = 'waiting' AND f.due_on <= $1 AND f.id > $2 ORDER BY f.id LIMIT $3`, [
      day,
      after,
      limit,
    ]);
  }

  /** Forgets the addresses of what ended on a day or before; answers how many. */
  async eraseContacts(endedBy: string): Promise<number> {
    const rows = await this.source.query<[unknown[], number]>(
      `UPDATE feedback SET contact = NULL WHERE contact IS NOT NULL AND state <> 'waiting' AND ended_on <= $1`,
      [endedBy],
    );
    return rows[1];
  }
}
