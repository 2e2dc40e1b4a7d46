import { Module } from '@nestjs/common';
import { SigningModule } from '../platform/signing/index.js';
import { AuditRoots } from './audit-roots.repository.js';
import { AuditVerifier } from './audit-verifier.js';
import { AuditRepository } from './audit.repository.js';

/** The append-only log of everything that changes. */
@Module({
  imports: [SigningModule],
  providers: [AuditRepository, AuditRoots, AuditVerifier],
  exports: [AuditRepository, AuditRoots, AuditVerifier],
})
export class AuditModule {}
