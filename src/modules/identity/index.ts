export { ApiKeyGuard, CurrentActor } from './api-key.guard.js';
export { ApiKeyRow } from './api-key.entity.js';
export { type Actor, ApiKeyService } from './api-key.service.js';
export { IdentityModule } from './identity.module.js';
