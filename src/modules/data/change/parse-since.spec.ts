import { expect, it } from 'vitest';
import { parseSince } from './parse-since.js';

it.each([
  ['2026-11-01', '2026-10-31T16:00:00.000Z'],
  ['2026-11-01T08:30:00Z', '2026-11-01T08:30:00.000Z'],
  ['2026-11-01T08:30+08:00', '2026-11-01T00:30:00.000Z'],
  ['2026-11-01T08:30:00.123456+08:00', '2026-11-01T00:30:00.123Z'],
])('%s is %s', (text, expected) => {
  expect(parseSince(text).toISOString()).toBe(expected);
});

it.each(['', '昨天', '2026-13-01', '2026-02-30', '2026-11-01T25:00:00Z', '2026-11-01T08:30:00', '20261101', '99999-01-01'])(
  '%j is refused by name',
  (text) => {
    expect(() => parseSince(text)).toThrow(
      expect.objectContaining({ code: 'BAD_REQUEST', message: expect.stringContaining('since') as string }),
    );
  },
);
