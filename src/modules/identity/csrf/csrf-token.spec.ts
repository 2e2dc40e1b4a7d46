import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { csrfToken, csrfValid, fromOwnSite } from './csrf-token.js';

const key = randomBytes(32);

it('is good for its own session and differs at each showing', () => {
  const token = csrfToken('s1', key);
  expect(csrfToken('s1', key)).not.toBe(token);
  expect(csrfValid(token, 's1', key)).toBe(true);
});

it.each([
  ['of another session', () => csrfToken('s2', key)],
  ['made with another key', () => csrfToken('s1', randomBytes(32))],
  ['cut short', () => csrfToken('s1', key).slice(0, -4)],
  ['empty', () => ''],
  ['no text', () => ['a']],
  ['absent', () => undefined],
  ['made up', () => randomBytes(48).toString('base64url')],
])('refuses one %s', (_, token) => {
  expect(csrfValid(token(), 's1', key)).toBe(false);
});

it.each([
  [{ 'sec-fetch-site': 'same-origin' }, true],
  [{ 'sec-fetch-site': 'none' }, true],
  [{ 'sec-fetch-site': 'cross-site' }, false],
  [{ 'sec-fetch-site': 'same-site' }, false],
  [{ origin: 'https://catalog.example' }, true],
  [{ origin: 'https://evil.example' }, false],
  [{ origin: 'null' }, false],
  [{ referer: 'https://catalog.example/workbench' }, true],
  [{ referer: 'https://evil.example/catalog.example' }, false],
  [{}, true],
])('from its own site: %j → %s', (headers, own) => {
  expect(fromOwnSite(headers, 'catalog.example')).toBe(own);
});
