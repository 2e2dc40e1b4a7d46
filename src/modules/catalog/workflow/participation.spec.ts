import { describe, expect, it } from 'vitest';
import { barredFrom, joinedBy, type Part, PARTS } from './participation.js';

/** Every set of parts somebody can have had, and whether they may still review and approve: written down by hand. */
const TABLE: [parts: Part[], review: boolean, approve: boolean][] = [
  [[], true, true],
  [['wrote'], false, false],
  [['uploaded'], false, false],
  [['reviewed'], true, false],
  [['approved'], false, true],
  [['wrote', 'uploaded'], false, false],
  [['wrote', 'reviewed'], false, false],
  [['wrote', 'approved'], false, false],
  [['uploaded', 'reviewed'], false, false],
  [['uploaded', 'approved'], false, false],
  [['reviewed', 'approved'], false, false],
  [['wrote', 'uploaded', 'reviewed'], false, false],
  [['wrote', 'uploaded', 'approved'], false, false],
  [['wrote', 'reviewed', 'approved'], false, false],
  [['uploaded', 'reviewed', 'approved'], false, false],
  [['wrote', 'uploaded', 'reviewed', 'approved'], false, false],
];

it('the table has every combination', () => {
  expect(new Set(TABLE.map(([parts]) => parts.join())).size).toBe(2 ** PARTS.length);
});

describe('four eyes', () => {
  it.each(TABLE)('whoever %j may review: %s, approve: %s', (parts, review, approve) => {
    const participants = [{ who: 'account:other', part: 'wrote' as const }, ...parts.map((part) => ({ who: 'account:1', part }))];
    expect(!barredFrom('submission.review', participants).includes('account:1')).toBe(review);
    expect(!barredFrom('submission.approve', participants).includes('account:1')).toBe(approve);
    expect(barredFrom('submission.review', participants)).toContain('account:other');
  });
});

it('nobody joins the same part twice, and nobody leaves', () => {
  const first = joinedBy([], 'wrote', ['a', 'a', 'b']);
  const second = joinedBy(joinedBy(first, 'wrote', ['b']), 'reviewed', ['b']);
  expect(second).toEqual([
    { who: 'a', part: 'wrote' },
    { who: 'b', part: 'wrote' },
    { who: 'b', part: 'reviewed' },
  ]);
});
