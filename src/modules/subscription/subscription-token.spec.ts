import { expect, it } from 'vitest';
import { subscriptionOfToken, tokenFor } from './subscription-token.js';

const KEY = Buffer.alloc(32, 1);
const TOKEN = tokenFor(KEY, '12');

it('opens what it was made for', () => {
  expect(TOKEN).toMatch(/^12\.[\w-]{43}$/);
  expect(subscriptionOfToken(KEY, TOKEN)).toBe('12');
});

it.each([
  ['', KEY],
  ['12', KEY],
  ['12.', KEY],
  [TOKEN.replace('12.', '13.'), KEY],
  [TOKEN.slice(0, -2), KEY],
  [`${TOKEN}.x`, KEY],
  ['0.x', KEY],
  ['x.y', KEY],
  [TOKEN, Buffer.alloc(32, 2)],
])('refuses %j', (token, key) => {
  expect(subscriptionOfToken(key, token)).toBeUndefined();
});
