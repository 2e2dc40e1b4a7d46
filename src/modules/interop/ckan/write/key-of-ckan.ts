import type { Request } from 'express';

/** Takes the key from where CKAN clients put it, bare in Authorization or in X-CKAN-API-Key, to where ours is looked for. */
export function takeCkanKey({ headers }: Request): void {
  const authorization = headers.authorization?.trim() ?? '';
  if (/^Bearer\s/i.test(authorization) || headers['x-api-key'] !== undefined) return;
  const key = headers['x-ckan-api-key'] ?? (/^\S+$/.test(authorization) ? authorization : undefined);
  if (typeof key === 'string' && key !== '') headers['x-api-key'] = key;
}
