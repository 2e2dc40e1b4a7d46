import { expect, it } from 'vitest';
import { signDelivery } from './sign-delivery.js';

it('is what openssl makes of the same', () => {
  // printf '1764000000.{"a":"变"}' | openssl dgst -sha256 -hmac whsec_x
  expect(signDelivery('whsec_x', 1_764_000_000, '{"a":"变"}')).toBe('v1=427c9f970186d00b89c330ed57f2aee469e331e942d543739303b8536a8dfa90');
});

it('changes with the secret, the time and the body', () => {
  const all = [signDelivery('a', 1, 'x'), signDelivery('b', 1, 'x'), signDelivery('a', 2, 'x'), signDelivery('a', 1, 'y')];
  expect(new Set(all).size).toBe(4);
});
