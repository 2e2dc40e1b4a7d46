import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { ApiKeyGuard } from './api-key.guard.js';
import { ApiKeyService } from './api-key.service.js';

/** Who may write: API keys. */
@Module({ imports: [AuditModule], providers: [ApiKeyService, ApiKeyGuard], exports: [ApiKeyService, ApiKeyGuard] })
export class IdentityModule {}
