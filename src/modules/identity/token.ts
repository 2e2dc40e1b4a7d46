import { createHash, randomBytes } from 'node:crypto';

/** A token that nobody guesses: the prefix tells people and programs what it is, 256 random bits follow. */
export const newToken = (prefix: string): string => prefix + randomBytes(32).toString('base64url');

/** What is stored of a random token, as lower-case hex; its bits are many enough that a slow hash would add nothing. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');
