import type { RevisionSummary } from '../read/record.repository.js';
import type { Revision } from './record-answers.js';

/** A revision as everyone reads it: who wrote it stays in the audit log. */
export function presentRevision({ revision, action, contentHash, reason, createdAt }: RevisionSummary): Revision {
  return { revision, action, contentHash, reason, createdAt: createdAt.toISOString() };
}
