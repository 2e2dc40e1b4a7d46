import { expect, it } from 'vitest';
import { saysSecondFactor } from './second-factor-claims.js';

it.each([
  [{}, false],
  [{ amr: ['pwd'] }, false],
  [{ amr: 'mfa' }, false],
  [{ amr: ['mfa'] }, true],
  [{ amr: ['otp'] }, false],
  [{ amr: ['pwd', 'pin'] }, false],
  [{ amr: ['pwd', 'otp'] }, true],
  [{ acr: 'urn:example:loa1' }, false],
  [{ acr: 'https://refeds.org/profile/mfa' }, true],
])('%j: %s', (claims, expected) => {
  expect(saysSecondFactor(claims)).toBe(expected);
});
