import { createHmac, timingSafeEqual } from 'node:crypto';
import { isRowId } from '../platform/database/index.js';

/**
 * The secret part of a link in a mail: 256 bits made from the key and the number of the subscription. Nothing of it stands in
 * the database, and a mail that is sent again has the same link. Pure.
 */
export const tokenFor = (key: Buffer, id: string): string => `${id}.${codeOf(key, id).toString('base64url')}`;

/** The subscription of a token; undefined when it was not made with this key. Pure. */
export function subscriptionOfToken(key: Buffer, token: string): string | undefined {
  const [id = '', code = '', ...more] = token.split('.');
  if (!isRowId(id) || more.length > 0) return undefined;
  const [given, right] = [Buffer.from(code, 'base64url'), codeOf(key, id)];
  return given.length === right.length && timingSafeEqual(given, right) ? id : undefined;
}

const codeOf = (key: Buffer, id: string) => createHmac('sha256', key).update(id).digest();
