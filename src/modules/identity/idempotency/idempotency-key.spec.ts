import { expect, it } from 'vitest';
import { fingerprintOf, keyIn } from './idempotency-key.js';

it.each([
  ['8e03978e-40d5-43e8-bc93-6894a57f9324', '8e03978e-40d5-43e8-bc93-6894a57f9324'],
  ['"8e03978e"', '8e03978e'],
  [' a ', 'a'],
])('%s → %s', (header, key) => {
  expect(keyIn(header)).toBe(key);
});

it.each(['', '""', 'a b', '键', 'a'.repeat(201), 'a"b"c'])('%j is no key', (header) => {
  expect(() => keyIn(header)).toThrow('Idempotency-Key');
});

it('tells one request from another', () => {
  const first = fingerprintOf('POST', '/a', { title: '甲' });
  expect(fingerprintOf('POST', '/a', { title: '甲' })).toBe(first);
  expect(fingerprintOf('POST', '/a', { title: '乙' })).not.toBe(first);
  expect(fingerprintOf('POST', '/b', { title: '甲' })).not.toBe(first);
});
