export { AuditEvent } from './audit-event.entity.js';
export { AuditModule } from './audit.module.js';
export { AuditRepository } from './audit.repository.js';
export { type AuditEntry, entryWithoutRevision } from './audit-chain.js';
