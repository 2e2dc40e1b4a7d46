import { expect, it } from 'vitest';
import { canonicalJson, contentHash } from './canonical.js';

it('ignores the order of members and what is empty', () => {
  const a = { title: '甲', keywords: [], items: [{ name: 'x', type: null }], abstract: '' };
  const b = { items: [{ name: 'x' }], title: '甲' };
  expect(canonicalJson(a)).toBe(canonicalJson(b));
  expect(contentHash(a)).toBe(contentHash(b));
});

it('tells different content and order of list members apart', () => {
  expect(contentHash({ keywords: ['a', 'b'] })).not.toBe(contentHash({ keywords: ['b', 'a'] }));
  expect(contentHash({ partial: false })).not.toBe(contentHash({}));
});
