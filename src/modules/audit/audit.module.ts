import { Module } from '@nestjs/common';
import { AuditRepository } from './audit.repository.js';

/** The append-only log of everything that changes. */
@Module({ providers: [AuditRepository], exports: [AuditRepository] })
export class AuditModule {}
