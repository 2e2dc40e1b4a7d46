import { Secret } from 'otpauth';
import { expect, it } from 'vitest';
import { provisioningUri, qrSvg, recoveryCodes, recoveryHash, Totp } from './totp.js';

// RFC 6238, appendix B: the eight-digit SHA-1 values, of which six digits are the last six.
const SECRET = Secret.fromUTF8('12345678901234567890').base32;
const totp = new Totp();

it.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
])('at second %i the code is %s', (second, code) => {
  expect(totp.verify(SECRET, code, new Date(second * 1000), undefined)).toBe(Math.floor(second / 30));
});

it('allows one step of drift, not two, and no code twice', () => {
  expect(totp.verify(SECRET, '287082', new Date(89_000), undefined)).toBe(1);
  expect(totp.verify(SECRET, '287082', new Date(120_000), undefined)).toBeUndefined();
  expect(totp.verify(SECRET, '287082', new Date(59_000), 1)).toBeUndefined();
  expect(totp.verify(SECRET, 'abcdef', new Date(59_000), undefined)).toBeUndefined();
});

it('makes an address and a picture for authenticators', async () => {
  const uri = provisioningUri('lin', '好找', SECRET);
  expect(uri).toMatch(/^otpauth:\/\/totp\//);
  expect(await qrSvg(uri)).toContain('<svg');
});

it('makes ten different recovery codes, read however they are typed', () => {
  const codes = recoveryCodes();
  expect(new Set(codes).size).toBe(10);
  expect(recoveryHash(` ${codes[0]!.toUpperCase()} `)).toBe(recoveryHash(codes[0]!));
});
