import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Transaction, violatedConstraint } from '../../platform/database/index.js';
import { AccessApplicationRow } from './access-application.entity.js';
import type { ApplicationStanding } from './application-state.js';

/** An application with the dataset it is about and the key that it is for. */
export interface KnownApplication extends Omit<AccessApplicationRow, 'record' | 'key'> {
  identifier: string;
  title: string;
  /** Code of the department that provides the dataset; it decides. */
  department: string | null;
  /** Name of the application that the key is used by. */
  application: string;
}

/** Which applications a department looks at. */
export interface ApplicationFilter {
  departments: readonly string[] | undefined;
  standing?: ApplicationStanding;
  today: string;
  limit: number;
  offset: number;
}

const KNOWN = `SELECT a.id, a.record_id AS "recordId", a.key_id AS "keyId", a.organisation, a.contact, a.purpose, a.months, a.state,
    a.submitted_at AS "submittedAt", a.due_on AS "dueOn", a.decided_at AS "decidedAt", a.decided_by AS "decidedBy", a.note,
    a.expires_on AS "expiresOn", a.ended_on AS "endedOn", r.identifier, r.title, r.department, k.application
  FROM access_application a JOIN record r ON r.id = a.record_id JOIN data_key k ON k.id = a.key_id`;

/** Applications to use data, in the database. */
@Injectable()
export class AccessApplicationRepository {
  constructor(private readonly source: DataSource) {}

  /** Everything a key has applied for of these records. */
  ofKey(keyId: string, recordIds: readonly string[]): Promise<AccessApplicationRow[]> {
    return this.source.manager
      .createQueryBuilder(AccessApplicationRow, 'a')
      .where('a.keyId = :keyId AND a.recordId = ANY(:recordIds)', { keyId, recordIds })
      .getMany();
  }

  /** What a key has applied for, the newest first. */
  listOfKey(keyId: string, limit: number): Promise<KnownApplication[]> {
    return this.source.query(`${KNOWN} WHERE a.key_id = $1 ORDER BY a.id DESC LIMIT $2`, [keyId, limit]);
  }

  /** How many of a key wait; asked with the key held, so that no two come at once. */
  async countWaiting(transaction: Transaction, keyId: string): Promise<number> {
    await transaction.query('SELECT FROM data_key WHERE id = $1 FOR UPDATE', [keyId]);
    return transaction.countBy(AccessApplicationRow, { keyId, state: 'waiting' });
  }

  /** Enters an application; undefined while one of the same key for the same record waits. */
  async add(transaction: Transaction, row: Omit<AccessApplicationRow, 'id' | 'record' | 'key'>): Promise<string | undefined> {
    try {
      return (await transaction.save(transaction.create(AccessApplicationRow, row))).id;
    } catch (error) {
      if (violatedConstraint(error) === 'access_application_waiting') return undefined;
      throw error;
    }
  }

  async find(id: string): Promise<KnownApplication | undefined> {
    return (await this.source.query<KnownApplication[]>(`${KNOWN} WHERE a.id = $1`, [id]))[0];
  }

  async lock(transaction: Transaction, id: string): Promise<KnownApplication | undefined> {
    return (await transaction.query<KnownApplication[]>(`${KNOWN} WHERE a.id = $1 FOR UPDATE OF a`, [id]))[0];
  }

  async decide(transaction: Transaction, { id, state, decidedAt, decidedBy, note, expiresOn, endedOn }: KnownApplication): Promise<void> {
    await transaction.update(AccessApplicationRow, id, { state, decidedAt, decidedBy, note, expiresOn, endedOn });
  }

  /** Ends what a key has applied for and been granted, when it is given up. */
  async withdrawOf(transaction: Transaction, keyId: string, now: Date, today: string): Promise<void> {
    await transaction.query(
      `UPDATE access_application SET state = 'withdrawn', decided_at = $2, ended_on = least(coalesce(ended_on, $3), $3)
        WHERE key_id = $1 AND state IN ('waiting', 'approved')`,
      [keyId, now, today],
    );
  }

  /** What waits comes first, the longest overdue at the top; then the newest decisions. */
  list({ departments, standing, today, limit, offset }: ApplicationFilter): Promise<KnownApplication[]> {
    return this.source.query(
      `${KNOWN}
        WHERE ($1::text[] IS NULL OR r.department = ANY($1))
          AND ($2::text IS NULL OR $2 = CASE WHEN a.state = 'approved' AND a.expires_on < $3 THEN 'expired' ELSE a.state END)
        ORDER BY a.decided_at DESC NULLS FIRST, a.due_on, a.id LIMIT $4 OFFSET $5`,
      [departments ?? null, standing ?? null, today, limit, offset],
    );
  }

  /** What has waited until its last day or longer, page by page. */
  waitingUntil(day: string, after: string, limit: number): Promise<KnownApplication[]> {
    return this.source.query(`${KNOWN} WHERE a.state = 'waiting' AND a.due_on <= $1 AND a.id > $2 ORDER BY a.id LIMIT $3`, [
      day,
      after,
      limit,
    ]);
  }

  /** Forgets the contacts of what ended on a day or before; answers how many. */
  async eraseContacts(endedBy: string): Promise<number> {
    const rows = await this.source.query<[unknown[], number]>(
      `UPDATE access_application SET contact = NULL WHERE contact IS NOT NULL AND state <> 'waiting' AND ended_on <= $1`,
      [endedBy],
    );
    return rows[1];
  }
}
