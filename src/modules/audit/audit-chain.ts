import { hash as digest } from 'node:crypto';

/** What happened, before it has a place in the log. */
export interface AuditEntry {
  actor: string;
  action: string;
  objectType: string;
  objectId: string;
  revision: number | null;
  beforeHash: string | null;
  afterHash: string | null;
  requestId: string | null;
  /** From where; the address of the request when the entry does not say. */
  address?: string | null;
  /** `ok` when the entry does not say. */
  result?: AuditResult;
}

/** Whether it was done, or refused to whoever tried. */
export type AuditResult = 'ok' | 'refused';

/** An entry about something that has no revisions. */
export function entryWithoutRevision(
  entry: Pick<AuditEntry, 'actor' | 'action' | 'objectType' | 'objectId' | 'address' | 'result'> & { requestId?: string | null },
): AuditEntry {
  return { revision: null, beforeHash: null, afterHash: null, requestId: null, ...entry };
}

/** An entry with its place in the log. */
export interface ChainedEntry extends Omit<AuditEntry, 'address' | 'result'> {
  /** Position from 1, as text because PostgreSQL's bigint is wider than a number. */
  seq: string;
  /** ISO 8601 instant with milliseconds. */
  at: string;
  /** Null in events older than the column, and for what no request began. */
  address: string | null;
  /** Null in events older than the column. */
  result: AuditResult | null;
  previousHash: string;
  hash: string;
}

/** Hash before the first entry. */
export const GENESIS = '0'.repeat(64);

/** SHA-256 over position, time, content and the hash before, as lower-case hex; events from before there were address and result have a shorter form. */
export function hashEntry(entry: Omit<ChainedEntry, 'hash'>): string {
  const { seq, at, actor, action, objectType, objectId, revision, beforeHash, afterHash, requestId, previousHash } = entry;
  const { address, result } = entry;
  const parts = [seq, at, actor, action, objectType, objectId, revision, beforeHash, afterHash, requestId, previousHash];
  if (address !== null || result !== null) parts.push(address, result);
  return digest('sha256', JSON.stringify(parts), 'hex');
}

/** Appends entries to a log that ends in `last`. */
export function chain(last: { seq: string; hash: string }, entries: readonly AuditEntry[], at: string): ChainedEntry[] {
  let { seq, hash } = last;
  return entries.map((entry) => {
    seq = String(BigInt(seq) + 1n);
    const linked = { ...entry, address: entry.address ?? null, result: entry.result ?? null, seq, at, previousHash: hash };
    hash = hashEntry(linked);
    return { ...linked, hash };
  });
}
