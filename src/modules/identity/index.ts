export { AccountRoleRow } from './account/account-role.entity.js';
export { AccountIdentityRow } from './oidc/account-identity.entity.js';
export { AccountLinks } from './oidc/account-links.service.js';
export { AccountRow } from './account/account.entity.js';
export { AccountRepository } from './account/account.repository.js';
export { IdempotencyKeyRepository } from './idempotency/idempotency-key.repository.js';
export { IdempotencyKeyRow } from './idempotency/idempotency-key.entity.js';
export { Idempotent } from './idempotency/idempotent.js';
export { AccountService, type NewAccount } from './account/account.service.js';
export { AccountInput, GrantFields } from './api/account.model.js';
export { AuditExport, realTimes } from './api/audit-export.js';
export { AuditPageQuery } from './api/audit.model.js';
export { KeyInput, newKeyOf } from './api/key.model.js';
export { ApiKeyRow } from './key/api-key.entity.js';
export { ApiKeyService, OVERLAP_HOURS } from './key/api-key.service.js';
export { IdentityModule } from './identity.module.js';
export { type ActingContext, type Actor, departmentsOf, OPERATOR } from './policy/actor.js';
export { type ActingRequest, Authenticator } from './policy/authenticator.js';
export { ByCookie, Needs } from './policy/needs.js';
export { isOperation, keyableOperations, type Operation, operations, requirementOf } from './policy/operation.js';
export { actingDepartment, demand, departmentsFor, may, type Target } from './policy/policy.js';
export { CurrentActor, CurrentContext, CurrentSession, requestOf } from './policy/policy.guard.js';
export {
  DEPARTMENT_ROLES,
  type DepartmentRole,
  type Grant,
  isPlatformRole,
  PLATFORM_ROLES,
  type Role,
  ROLE_LABELS,
  ROLES,
} from './policy/role.js';
export { RefusalLog } from './refusal/refusal-log.js';
export { BrowserSession, SignInNeeded } from './session/browser-session.js';
export { SpentStateRow } from './oidc/spent-state.entity.js';
export { lockoutAfter } from './password/index.js';
export { SessionRow } from './session/session.entity.js';
export { SessionService } from './session/session.service.js';
export { type SignedIn, SignInService } from './session/sign-in.service.js';
export { OidcSignIn } from './oidc/oidc-sign-in.service.js';
export { newToken, tokenHash } from './token.js';
