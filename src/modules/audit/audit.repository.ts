import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { atEnd, type Transaction } from '../platform/database/index.js';
import { currentRequest } from '../platform/http/index.js';
import { type AuditEntry, type AuditResult, chain, type ChainedEntry, GENESIS } from './audit-chain.js';

/** Which events an auditor wants to see. */
export interface AuditFilter {
  actor?: string;
  action?: string;
  objectType?: string;
  /** The object, or what its name begins or ends with. */
  objectId?: string;
  address?: string;
  result?: AuditResult;
  /** ISO 8601, inclusive and exclusive. */
  from?: string;
  to?: string;
}

// The instant as the text that is hashed: a walk over a million events would make a date of each, only to write it out again.
const COLUMNS = `seq, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, actor, action,
  object_type AS "objectType", object_id AS "objectId", revision, before_hash AS "beforeHash",
  after_hash AS "afterHash", request_id AS "requestId", address, result, previous_hash AS "previousHash", hash`;

/** Writers take turns here for the last moment of their transaction, which makes the log gapless. */
const AUDIT_LOCK = 7_264_002;

/** The audit log: written inside the transaction of what it tells of. */
@Injectable()
export class AuditRepository {
  /** Entries of transactions under way, which are written when the rest of each is done. */
  private readonly waiting = new WeakMap<Transaction, AuditEntry[]>();

  constructor(private readonly source: DataSource) {}

  /** Appends, with the address and id of the request under way; at the very end of the transaction, since other writers wait until it commits. */
  async append(transaction: Transaction, entries: readonly AuditEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const known = entries.map(inRequest);
    const waiting = this.waiting.get(transaction);
    if (waiting) waiting.push(...known);
    else if (atEnd(transaction, () => this.write(transaction, known))) this.waiting.set(transaction, known);
    else await this.write(transaction, known);
  }

  private async write(transaction: Transaction, entries: readonly AuditEntry[]): Promise<void> {
    this.waiting.delete(transaction);
    await transaction.query('SELECT pg_advisory_xact_lock($1)', [AUDIT_LOCK]);
    const [last] = await transaction.query<{ seq: string; hash: string; at: Date }[]>(
      'SELECT seq, hash FROM audit_event ORDER BY seq DESC LIMIT 1',
    );
    const linked = chain(last ?? { seq: '0', hash: GENESIS }, entries, new Date().toISOString());
    await transaction.query(
      `INSERT INTO audit_event (seq, at, actor, action, object_type, object_id, revision, before_hash, after_hash, request_id,
           previous_hash, hash, address, result)
         SELECT seq, at, actor, action, "objectType", "objectId", revision, "beforeHash", "afterHash", "requestId", "previousHash", hash,
           address, result
         FROM jsonb_to_recordset($1::jsonb) AS entry(seq bigint, at timestamptz, actor text, action text, "objectType" text, "objectId" text,
           revision integer, "beforeHash" text, "afterHash" text, "requestId" text, "previousHash" text, hash text, address text, result text)`,
      [JSON.stringify(linked)],
    );
  }

  /** Whether an event of that action about that object was ever written. */
  async happened(action: string, objectType: string, objectId: string): Promise<boolean> {
    const rows = await this.source.query<unknown[]>(
      'SELECT 1 FROM audit_event WHERE action = $1 AND object_type = $2 AND object_id = $3 LIMIT 1',
      [action, objectType, objectId],
    );
    return rows.length > 0;
  }

  /** Notes an event that stands alone. */
  note(entry: AuditEntry): Promise<void> {
    return this.source.transaction((transaction) => this.append(transaction, [entry]));
  }

  /** Events after a position, in order. */
  page(after: string, limit: number): Promise<ChainedEntry[]> {
    return this.source.query<ChainedEntry[]>(`SELECT ${COLUMNS} FROM audit_event WHERE seq > $1 ORDER BY seq LIMIT $2`, [after, limit]);
  }

  /** Events before a position, newest first. */
  search(
    { actor, action, objectType, objectId, address, result, from, to }: AuditFilter,
    before: string | null,
    limit: number,
  ): Promise<ChainedEntry[]> {
    return this.source.query<ChainedEntry[]>(
      `SELECT ${COLUMNS} FROM audit_event
        WHERE ($1::text IS NULL OR actor = $1) AND ($2::text IS NULL OR action = $2 OR starts_with(action, $2 || '.'))
          AND ($3::text IS NULL OR object_type = $3)
          AND ($4::text IS NULL OR object_id = $4 OR starts_with(object_id, $4 || ' ') OR right(object_id, length($4) + 1) = ' ' || $4)
          AND ($5::timestamptz IS NULL OR at >= $5) AND ($6::timestamptz IS NULL OR at < $6) AND ($7::bigint IS NULL OR seq < $7)
          AND ($9::text IS NULL OR address = $9) AND ($10::text IS NULL OR result = $10)
        ORDER BY seq DESC LIMIT $8`,
      [actor, action, objectType, objectId, from, to, before, limit, address, result].map((value) => value ?? null),
    );
  }

  /** Number of events, and the highest position: equal when nothing is missing. */
  async extent(): Promise<{ count: number; last: number }> {
    const [row] = await this.source.query<{ count: string; last: string | null }[]>(
      'SELECT count(*) AS count, max(seq) AS last FROM audit_event',
    );
    return { count: Number(row!.count), last: Number(row!.last ?? 0) };
  }
}

/** What the entry itself does not say is that of the request under way. */
function inRequest(entry: AuditEntry): AuditEntry {
  const request = currentRequest();
  return {
    ...entry,
    requestId: entry.requestId ?? request?.id ?? null,
    address: entry.address ?? request?.address ?? null,
    result: entry.result ?? 'ok',
  };
}
