import type { Request } from 'express';
import type { Actor } from '../../identity/index.js';
import { requestIdOf } from '../../platform/http/index.js';
import type { WriteContext } from '../write/draft.js';

/** Who writes, and for which request. */
export function contextOf(actor: Actor, request: Request): WriteContext {
  return { actor: actor.name, requestId: requestIdOf(request) };
}
