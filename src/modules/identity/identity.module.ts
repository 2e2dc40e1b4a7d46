import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuditModule } from '../audit/index.js';
import { DepartmentModule } from '../department/index.js';
import { AccountRepository } from './account/account.repository.js';
import { AccountService } from './account/account.service.js';
import { AccountController } from './api/account.controller.js';
import { AccountResolver } from './api/account.resolver.js';
import { AuditExport } from './api/audit-export.js';
import { AuditController } from './api/audit.controller.js';
import { AuditResolver } from './api/audit.resolver.js';
import { DepartmentWritingController } from './api/department-writing.controller.js';
import { DepartmentWritingResolver } from './api/department-writing.resolver.js';
import { KeyController } from './api/key.controller.js';
import { KeyResolver } from './api/key.resolver.js';
import { SessionController } from './api/session.controller.js';
import { IdempotencyKeyRepository } from './idempotency/idempotency-key.repository.js';
import { ApiKeyService } from './key/api-key.service.js';
import { AccountIdentityRepository } from './oidc/account-identity.repository.js';
import { AccountLinks } from './oidc/account-links.service.js';
import { OidcProvider } from './oidc/oidc-provider.js';
import { OidcSignIn } from './oidc/oidc-sign-in.service.js';
import { SpentStates } from './oidc/spent-state.repository.js';
import { PasswordHasher } from './password/index.js';
import { Authenticator } from './policy/authenticator.js';
import { PolicyGuard } from './policy/policy.guard.js';
import { RefusalLog } from './refusal/refusal-log.js';
import { BrowserSession } from './session/browser-session.js';
import { SessionRepository } from './session/session.repository.js';
import { SessionService } from './session/session.service.js';
import { SignInService } from './session/sign-in.service.js';
import { Totp } from './totp/index.js';

/** Who somebody is and what they may do. */
@Module({
  imports: [AuditModule, DepartmentModule],
  controllers: [AccountController, AuditController, DepartmentWritingController, KeyController, SessionController],
  providers: [
    { provide: APP_GUARD, useClass: PolicyGuard },
    AccountIdentityRepository,
    AccountLinks,
    AccountRepository,
    AccountResolver,
    AccountService,
    ApiKeyService,
    AuditExport,
    AuditResolver,
    Authenticator,
    BrowserSession,
    DepartmentWritingResolver,
    IdempotencyKeyRepository,
    KeyResolver,
    OidcProvider,
    OidcSignIn,
    PasswordHasher,
    RefusalLog,
    SessionRepository,
    SessionService,
    SignInService,
    SpentStates,
    Totp,
  ],
  exports: [
    AccountLinks,
    AccountRepository,
    AccountService,
    ApiKeyService,
    Authenticator,
    BrowserSession,
    IdempotencyKeyRepository,
    AuditExport,
    OidcSignIn,
    SessionService,
    SignInService,
  ],
})
export class IdentityModule {}
