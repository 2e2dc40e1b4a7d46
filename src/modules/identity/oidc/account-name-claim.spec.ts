import { expect, it } from 'vitest';
import { accountNameIn } from './account-name-claim.js';

it.each([
  [{ preferred_username: 'lin' }, 'preferred_username', 'lin'],
  [{ preferred_username: '' }, 'preferred_username', undefined],
  [{ preferred_username: ['lin'] }, 'preferred_username', undefined],
  [{}, 'preferred_username', undefined],
  [{ email: 'lin@example.cn' }, 'email', undefined],
  [{ email: 'lin@example.cn', email_verified: 'true' }, 'email', undefined],
  [{ email: 'lin@example.cn', email_verified: true }, 'email', 'lin@example.cn'],
  [{ phone_number: '1', phone_number_verified: false }, 'phone_number', undefined],
])('%j by %s: %s', (claims, claim, name) => {
  expect(accountNameIn(claims, claim)).toBe(name);
});
