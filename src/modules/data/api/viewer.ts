import type { Request } from 'express';
import type { ActingRequest } from '../../identity/index.js';
import { AppError } from '../../kernel/app-error.js';
import { callerOfAddress } from '../access/caller-of-address.js';
import type { TableViewer, ViewerKey } from '../access/table-viewer.js';

const known = new WeakMap<Request, ViewerKey | AppError>();

/** Keeps for `viewerOf` whose key a request carries, or why it is none. */
export function rememberViewer(request: Request, found: ViewerKey | AppError): void {
  known.set(request, found);
  if (!(found instanceof AppError)) (request as ActingRequest).participant = `${found.kind}-key:${found.id}`;
}

/** Who reads: by the key that `RecogniseViewer` found, otherwise by the address. @throws AppError UNAUTHENTICATED for a key that is unknown or revoked */
export function viewerOf(request: Request): TableViewer {
  const key = known.get(request);
  if (key instanceof AppError) throw key;
  return key ? { caller: `key:${key.kind}:${key.id}`, key } : { caller: callerOfAddress(request.ip) };
}

/** The address a request comes from as a caller, whatever key it carries. */
export const addressOf = (request: Request): string => callerOfAddress(request.ip);

/** The developer's key a request carries. @throws AppError UNAUTHENTICATED without one */
export function developerOf(request: Request): ViewerKey {
  const { key } = viewerOf(request);
  if (key?.kind === 'data') return key;
  throw new AppError(
    'UNAUTHENTICATED',
    '请在 X-API-Key 请求头中提供开发者密钥（hzd_ 开头）；没有的话先用 POST /api/v1/data-keys 申请，当场得到。',
    {
      english: 'Send your data key (hzd_…) as X-API-Key; without one, make it with POST /api/v1/data-keys.',
    },
  );
}
