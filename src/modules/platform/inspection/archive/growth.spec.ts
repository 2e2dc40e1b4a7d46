import { expect, it } from 'vitest';
import { refusalOf } from '../refusal-of.fixture.js';
import { ARCHIVE_LIMITS } from './archive-entry.js';
import { Growth } from './growth.js';

const limits = { ...ARCHIVE_LIMITS, bytes: 100, entries: 3, depth: 1 };

it('adds up what comes out of all archives of a file', () => {
  const growth = new Growth(50, limits);
  growth.take(Buffer.alloc(60));
  growth.take(Buffer.alloc(40));
  expect(refusalOf(() => growth.take(Buffer.alloc(1)))).toBe('zipBomb');
});

it('adds up their members, and counts how deep they lie', () => {
  const growth = new Growth(50, limits);
  growth.enter(2, 0);
  growth.enter(1, 1);
  expect(refusalOf(() => growth.enter(0, 2))).toBe('zipNesting');
  expect(refusalOf(() => growth.enter(1, 0))).toBe('zipEntries');
});
