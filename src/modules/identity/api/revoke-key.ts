import { AppError } from '../../kernel/app-error.js';
import type { ApiKeyService } from '../key/api-key.service.js';
import type { Actor } from '../policy/actor.js';

/** Revokes the keys of a name. @throws AppError NOT_FOUND when none of that name is in use */
export async function revokeKey(keys: ApiKeyService, name: string, actor: Actor): Promise<void> {
  if ((await keys.revoke(name, actor)) > 0) return;
  throw new AppError('NOT_FOUND', `没有名为“${name}”的可用密钥。`, { english: `There is no key ${name}.` });
}
