import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

const MASK = 16;

const codeOf = (sessionId: string, key: Buffer): Buffer => createHmac('sha256', key).update(`csrf ${sessionId}`).digest();

const xor = (code: Buffer, mask: Buffer): Buffer => Buffer.from(code.map((byte, index) => byte ^ mask[index % MASK]!));

/** A token that only pages of this session carry; masked anew each time, so that compression does not give it away (BREACH). */
export function csrfToken(sessionId: string, key: Buffer): string {
  const mask = randomBytes(MASK);
  return Buffer.concat([mask, xor(codeOf(sessionId, key), mask)]).toString('base64url');
}

/** Whether the token was made for this session. */
export function csrfValid(token: unknown, sessionId: string, key: Buffer): boolean {
  if (typeof token !== 'string') return false;
  const bytes = Buffer.from(token, 'base64url');
  const code = codeOf(sessionId, key);
  if (bytes.length !== MASK + code.length) return false;
  return timingSafeEqual(xor(bytes.subarray(MASK), bytes.subarray(0, MASK)), code);
}

/** Whether a browser says that a page of this site sends the request; a browser that says nothing is judged by its Origin. */
export function fromOwnSite(headers: IncomingHttpHeaders, ownHost: string | undefined): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = headers.origin ?? headers.referer;
  if (origin === undefined) return true;
  try {
    return new URL(origin).host === ownHost;
  } catch {
    return false;
  }
}
