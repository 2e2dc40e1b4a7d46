import { createHash } from 'node:crypto';

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
}

/** An entry about something that has no revisions. */
export function entryWithoutRevision(
  entry: Pick<AuditEntry, 'actor' | 'action' | 'objectType' | 'objectId'> & { requestId?: string | null },
): AuditEntry {
  return { revision: null, beforeHash: null, afterHash: null, requestId: null, ...entry };
}

/** An entry with its place in the log. */
export interface ChainedEntry extends AuditEntry {
  /** Position from 1, as text because PostgreSQL's bigint is wider than a number. */
  seq: string;
  /** ISO 8601 instant with milliseconds. */
  at: string;
  previousHash: string;
  hash: string;
}

/** Hash before the first entry. */
export const GENESIS = '0'.repeat(64);

/** SHA-256 over position, time, content and the hash before, as lower-case hex. */
export function hashEntry(entry: Omit<ChainedEntry, 'hash'>): string {
  const { seq, at, actor, action, objectType, objectId, revision, beforeHash, afterHash, requestId, previousHash } = entry;
  const content = JSON.stringify([seq, at, actor, action, objectType, objectId, revision, beforeHash, afterHash, requestId, previousHash]);
  return createHash('sha256').update(content).digest('hex');
}

/** Appends entries to a log that ends in `last`. */
export function chain(last: { seq: string; hash: string }, entries: readonly AuditEntry[], at: string): ChainedEntry[] {
  let { seq, hash } = last;
  return entries.map((entry) => {
    seq = String(BigInt(seq) + 1n);
    const linked = { ...entry, seq, at, previousHash: hash };
    hash = hashEntry(linked);
    return { ...linked, hash };
  });
}
