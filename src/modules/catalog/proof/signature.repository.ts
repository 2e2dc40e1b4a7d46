import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import type { RecordSignatureRow } from './record-signature.entity.js';

/** A revision with what was signed of it, if it was. */
export interface SignedRevision {
  recordId: string;
  identifier: string;
  revision: number;
  action: string;
  snapshot: { status?: string; title?: string; body?: string; department?: string | null; publishedOn?: string | null };
  contentHash: string;
  createdAt: Date;
  keyId: string | null;
  signature: string | null;
  signedAt: Date | null;
}

const REVISION = `v.record_id AS "recordId", r.identifier, v.revision, v.action, v.snapshot, v.content_hash AS "contentHash", v.created_at AS "createdAt",
  s.key_id AS "keyId", s.signature, s.signed_at AS "signedAt"`;
const FROM = `FROM record_revision v JOIN record r ON r.id = v.record_id
  LEFT JOIN record_signature s ON s.record_id = v.record_id AND s.revision = v.revision`;

/** Signatures of revisions in the database. */
@Injectable()
export class SignatureRepository {
  constructor(private readonly source: DataSource) {}

  async add(transaction: Transaction, rows: readonly RecordSignatureRow[]): Promise<void> {
    if (rows.length === 0) return;
    await transaction.query(
      `INSERT INTO record_signature (record_id, revision, key_id, signature, signed_at)
         SELECT "recordId", revision, "keyId", signature, "signedAt"
           FROM jsonb_to_recordset($1::jsonb) AS new("recordId" bigint, revision integer, "keyId" text, signature text, "signedAt" timestamptz)`,
      [JSON.stringify(rows)],
    );
  }

  unsigned(transaction: Transaction, limit: number): Promise<SignedRevision[]> {
    return transaction.query(`SELECT ${REVISION} ${FROM} WHERE s.record_id IS NULL ORDER BY v.record_id, v.revision LIMIT $1`, [limit]);
  }

  /** Revisions of one record, oldest first. */
  ofRecord(identifier: string): Promise<SignedRevision[]> {
    return this.source.query(`SELECT ${REVISION} ${FROM} WHERE r.identifier = $1 ORDER BY v.revision`, [identifier]);
  }

  /** Revisions of all records after a place, in order. */
  page(afterRecord: string, afterRevision: number, limit: number): Promise<SignedRevision[]> {
    return this.source.query(
      `SELECT ${REVISION} ${FROM} WHERE (v.record_id, v.revision) > ($1::bigint, $2::integer) ORDER BY v.record_id, v.revision LIMIT $3`,
      [afterRecord, afterRevision, limit],
    );
  }

  /** Whether the record as it stands is what its newest revision says. */
  async liveState(identifier: string): Promise<{ revision: number; title: string; body: string; status: string } | undefined> {
    const [row] = await this.source.query<{ revision: number; title: string; body: string; status: string }[]>(
      'SELECT revision, title, body, status FROM record WHERE identifier = $1',
      [identifier],
    );
    return row;
  }
}
