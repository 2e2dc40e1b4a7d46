import { expect, it } from 'vitest';
import { addressOf } from './public-address.js';

it.each([
  ['127.0.0.1', 3000, 'http://127.0.0.1:3000'],
  ['0.0.0.0', 3000, 'http://localhost:3000'],
  ['::', 3000, 'http://localhost:3000'],
  ['::1', 3000, 'http://[::1]:3000'],
])('%s and %i: %s', (host, port, url) => {
  expect(addressOf(host, port)).toBe(url);
});
