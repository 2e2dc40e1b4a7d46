import { createHash } from 'node:crypto';
import { AppError } from '../../kernel/app-error.js';

/** The key in an `Idempotency-Key` header, with or without the quotes of a structured field. @throws AppError BAD_REQUEST */
export function keyIn(header: string): string {
  const key = /^"?([\x21\x23-\x7e]{1,200})"?$/.exec(header.trim())?.[1];
  if (!key)
    throw new AppError('BAD_REQUEST', 'Idempotency-Key 应为 1–200 个可见的 ASCII 字符，例如一个 UUID。', {
      english: 'Idempotency-Key must be 1 to 200 visible ASCII characters, such as a UUID.',
      fields: [{ field: 'Idempotency-Key', message: '应为 1–200 个可见的 ASCII 字符' }],
    });
  return key;
}

/** Tells requests apart: SHA-256 over what is asked of whom. */
export function fingerprintOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
