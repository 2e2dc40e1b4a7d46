import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { IncomingRelation } from '../relation/effective-validity.js';
import { type RecordKind, RecordRow, type RecordStatus } from '../record/record.entity.js';
import type { RelationFields } from '../record/record-fields.js';
import type { NormalRecord } from './draft.js';

/** What a write must know of a record that exists. */
export interface StoredState {
  id: string;
  identifier: string;
  kind: RecordKind;
  status: RecordStatus;
  revision: number;
  inputHash: string;
  validity: string | null;
  declared: string | null;
  updatedAt: Date;
}

/** A normal record with the departments found and, when it exists, its place. */
export interface PreparedRecord extends NormalRecord {
  department: string | null;
  coDepartments: string[];
  /** Present for an update. */
  stored?: StoredState;
}

export interface RevisionEntry {
  recordId: string;
  revision: number;
  action: 'created' | 'updated' | 'withdrawn' | 'validity';
  snapshot: unknown;
  contentHash: string;
  actor: string;
  reason: string | null;
}

const STATE = `id, identifier, kind, status, revision, input_hash AS "inputHash", validity, profile->>'validity' AS declared, updated_at AS "updatedAt"`;

const COLUMNS = `identifier text, kind text, title text, abstract text, keywords text[], topic text, region text, department text,
  "coDepartments" text[], "publishedOn" text, "modifiedOn" text, "sourceUrl" text, body text, profile jsonb, "inputHash" text, warnings jsonb`;

/** The SQL of writing records; every method runs inside the caller's transaction. */
@Injectable()
export class WriteRepository {
  /**
   * Locks the records, and those their relations concern, in one statement and one order: a writer that took them
   * piece by piece would wait in a ring with one that came from the other side.
   */
  lock(transaction: Transaction, identifiers: readonly string[]): Promise<StoredState[]> {
    return transaction.query(
      `SELECT ${STATE} FROM record
        WHERE identifier = ANY($1) OR identifier = ANY(ARRAY(
          SELECT l.target FROM record s JOIN record_relation l ON l.source_id = s.id WHERE s.identifier = ANY($1)))
        ORDER BY id FOR UPDATE`,
      [identifiers],
    );
  }

  /** The same without locking, for records that the transaction holds already. */
  states(transaction: Transaction, identifiers: readonly string[]): Promise<StoredState[]> {
    return transaction.query(`SELECT ${STATE} FROM record WHERE identifier = ANY($1) ORDER BY id`, [identifiers]);
  }

  /** Inserts; an identifier that another transaction has just taken is left out of the answer. */
  async insert(transaction: Transaction, records: readonly PreparedRecord[]): Promise<Map<string, string>> {
    if (records.length === 0) return new Map();
    const rows = await transaction.query<{ id: string; identifier: string }[]>(
      `INSERT INTO record (identifier, kind, status, revision, title, abstract, keywords, topic, region, department, co_departments,
           published_on, modified_on, source_url, body, profile, validity, input_hash, warnings)
         SELECT identifier, kind, 'published', 1, title, abstract, keywords, topic, region, department, "coDepartments",
           "publishedOn", "modifiedOn", "sourceUrl", body, profile, profile->>'validity', "inputHash", warnings
         FROM jsonb_to_recordset($1::jsonb) AS new(${COLUMNS})
       ON CONFLICT (identifier) DO NOTHING RETURNING id, identifier`,
      [JSON.stringify(records)],
    );
    return new Map(rows.map(({ id, identifier }) => [identifier, id]));
  }

  async update(transaction: Transaction, records: readonly PreparedRecord[]): Promise<void> {
    if (records.length === 0) return;
    await transaction.query(
      `UPDATE record SET revision = record.revision + 1, title = new.title, abstract = new.abstract, keywords = new.keywords, topic = new.topic,
           region = new.region, department = new.department, co_departments = new."coDepartments", published_on = new."publishedOn",
           modified_on = new."modifiedOn", source_url = new."sourceUrl", body = new.body, profile = new.profile,
           validity = new.profile->>'validity', input_hash = new."inputHash", warnings = new.warnings, updated_at = now()
         FROM jsonb_to_recordset($1::jsonb) AS new(${COLUMNS}) WHERE record.identifier = new.identifier`,
      [JSON.stringify(records)],
    );
  }

  async withdraw(transaction: Transaction, id: string, reason: string): Promise<void> {
    await transaction.query(
      `UPDATE record SET status = 'withdrawn', withdrawal_reason = $2, revision = revision + 1, updated_at = now() WHERE id = $1`,
      [id, reason],
    );
  }

  /** Replaces the outgoing relations of the records; returns the targets that were or are concerned. */
  async replaceRelations(transaction: Transaction, relations: ReadonlyMap<string, readonly RelationFields[]>): Promise<string[]> {
    const ids = [...relations.keys()];
    const rows = [...relations].flatMap(([sourceId, list]) => list.map((relation) => ({ sourceId, ...relation })));
    const before = await transaction.query<{ target: string }[]>('SELECT target FROM record_relation WHERE source_id = ANY($1::bigint[])', [
      ids,
    ]);
    if (before.length > 0) await transaction.query('DELETE FROM record_relation WHERE source_id = ANY($1::bigint[])', [ids]);
    if (rows.length > 0) {
      await transaction.query(
        `INSERT INTO record_relation SELECT "sourceId", type, target, coalesce(partial, false), note
           FROM jsonb_to_recordset($1::jsonb) AS new("sourceId" bigint, type text, target text, partial boolean, note text)`,
        [JSON.stringify(rows)],
      );
    }
    return [...new Set([...before, ...rows].map(({ target }) => target))];
  }

  /** Writers of relations take turns, so that two cannot close a cycle from both ends. */
  async lockRelations(transaction: Transaction): Promise<void> {
    await transaction.query('SELECT pg_advisory_xact_lock(7264003)');
  }

  /** The first of the records that reaches itself over relations of one of the types, with the type. */
  async findCycle(
    transaction: Transaction,
    identifiers: readonly string[],
    types: readonly string[],
  ): Promise<{ identifier: string; type: string } | undefined> {
    const [found] = await transaction.query<{ identifier: string; type: string }[]>(
      `WITH RECURSIVE walk (start, type, target) AS (
           SELECT r.identifier, l.type, l.target FROM record r JOIN record_relation l ON l.source_id = r.id
            WHERE r.identifier = ANY($1) AND l.type = ANY($2)
         UNION
           SELECT w.start, w.type, l.target FROM walk w JOIN record r ON r.identifier = w.target
             JOIN record_relation l ON l.source_id = r.id AND l.type = w.type
         )
       SELECT start AS identifier, type FROM walk WHERE target = start LIMIT 1`,
      [identifiers, types],
    );
    return found;
  }

  /** Relations of published records that decide the validity of each target. */
  async incoming(transaction: Transaction, targets: readonly string[]): Promise<Map<string, IncomingRelation[]>> {
    const rows = await transaction.query<(IncomingRelation & { target: string })[]>(
      `SELECT l.target, l.type, l.partial FROM record_relation l JOIN record s ON s.id = l.source_id
        WHERE l.target = ANY($1) AND s.status = 'published'`,
      [targets],
    );
    const byTarget = new Map<string, IncomingRelation[]>();
    for (const { target, ...relation } of rows) byTarget.set(target, [...(byTarget.get(target) ?? []), relation]);
    return byTarget;
  }

  /** Sets the validity in effect; with `revise`, as a revision of its own. */
  async setValidity(
    transaction: Transaction,
    ids: readonly string[],
    validities: readonly (string | null)[],
    revise: boolean,
  ): Promise<void> {
    await transaction.query(
      `UPDATE record SET validity = new.validity, revision = revision + $3, updated_at = now()
         FROM unnest($1::bigint[], $2::text[]) AS new(id, validity) WHERE record.id = new.id`,
      [ids, validities, revise ? 1 : 0],
    );
  }

  rows(transaction: Transaction, ids: readonly string[]): Promise<RecordRow[]> {
    return transaction.createQueryBuilder(RecordRow, 'r').where('r.id = ANY(:ids)', { ids }).orderBy('r.id').getMany();
  }

  /** Content hash of the newest revision of each record. */
  async lastHashes(transaction: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await transaction.query<{ id: string; hash: string }[]>(
      `SELECT DISTINCT ON (record_id) record_id AS id, content_hash AS hash FROM record_revision
        WHERE record_id = ANY($1::bigint[]) ORDER BY record_id, revision DESC`,
      [ids],
    );
    return new Map(rows.map(({ id, hash }) => [id, hash]));
  }

  async addRevisions(transaction: Transaction, revisions: readonly RevisionEntry[]): Promise<void> {
    await transaction.query(
      `INSERT INTO record_revision (record_id, revision, action, snapshot, content_hash, actor, reason)
         SELECT "recordId", revision, action, snapshot, "contentHash", actor, reason
         FROM jsonb_to_recordset($1::jsonb) AS new("recordId" bigint, revision integer, action text, snapshot jsonb, "contentHash" text, actor text, reason text)`,
      [JSON.stringify(revisions)],
    );
  }
}
