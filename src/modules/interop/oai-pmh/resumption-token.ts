import { createHmac, timingSafeEqual } from 'node:crypto';
import { OaiError } from './oai-error.js';
import type { Verb } from './oai-request.js';

/** All that the next part of a list needs: nothing is kept here between two of them. */
export interface ListPosition {
  verb: Verb;
  metadataPrefix?: string;
  set?: string;
  /** As they were given. */
  from?: string;
  until?: string;
  /** Position of the last record or set that was answered. */
  after: string;
  /** How many were answered. */
  cursor: number;
}

const FIELDS = ['verb', 'metadataPrefix', 'set', 'from', 'until', 'after', 'cursor'] as const;

const signatureOf = (key: Buffer, body: string) => createHmac('sha256', key).update(body).digest().subarray(0, 16);

/** A token that everybody can carry and nobody can make. Pure. */
export function writeToken(position: ListPosition, key: Buffer): string {
  const body = Buffer.from(JSON.stringify(FIELDS.map((field) => position[field] ?? null))).toString('base64url');
  return `${body}.${signatureOf(key, body).toString('base64url')}`;
}

/** Pure. @throws OaiError badResumptionToken for a token that was not made here, or for another verb */
export function readToken(token: string, verb: Verb, key: Buffer): ListPosition {
  const [body = '', signature = '', ...more] = token.split('.');
  const given = Buffer.from(signature, 'base64url');
  const own = signatureOf(key, body);
  if (more.length > 0 || given.length !== own.length || !timingSafeEqual(given, own)) throw refused();
  const values = JSON.parse(Buffer.from(body, 'base64url').toString()) as (string | number | null)[];
  const position = Object.fromEntries(FIELDS.map((field, index) => [field, values[index] ?? undefined])) as unknown as ListPosition;
  if (position.verb !== verb) throw refused();
  return position;
}

const refused = () =>
  new OaiError('badResumptionToken', 'The resumption token was not made by this repository for this verb; begin the list anew.');
