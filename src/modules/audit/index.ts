export { AuditEvent } from './audit-event.entity.js';
export { AuditModule } from './audit.module.js';
export { AuditRepository, type AuditFilter } from './audit.repository.js';
export { AuditRootRow } from './audit-root.entity.js';
export { AuditRoots } from './audit-roots.repository.js';
export { type AuditVerdict, AuditVerifier } from './audit-verifier.js';
export { type AuditEntry, type ChainedEntry, entryWithoutRevision } from './audit-chain.js';
