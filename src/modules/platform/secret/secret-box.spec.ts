import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { SecretBox } from './secret-box.js';

const box = new SecretBox(randomBytes(32));

it('opens what it sealed, for the same use only', () => {
  const sealed = box.seal('二次验证的种子', 'totp');
  expect(box.open(sealed, 'totp')).toBe('二次验证的种子');
  expect(() => box.open(sealed, 'signing')).toThrow('打不开');
});

it('seals the same text differently each time, and notices a changed byte and another key', () => {
  const sealed = box.seal('a', 'totp');
  expect(box.seal('a', 'totp')).not.toBe(sealed);
  const changed = Buffer.from(sealed, 'base64url');
  changed[14]! ^= 1;
  expect(() => box.open(changed.toString('base64url'), 'totp')).toThrow('打不开');
  expect(() => new SecretBox(randomBytes(32)).open(sealed, 'totp')).toThrow('打不开');
  expect(() => box.open('', 'totp')).toThrow('打不开');
});

it('refuses a key of another length', () => {
  expect(() => new SecretBox(randomBytes(16))).toThrow('32 字节');
});
