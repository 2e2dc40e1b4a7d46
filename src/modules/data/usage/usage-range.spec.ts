import { expect, it } from 'vitest';
import { usageRange } from './usage-range.js';

const TODAY = '2026-05-08';

it.each([
  [{}, '2026-04-09', TODAY],
  [{ to: '2026-03-01' }, '2026-01-31', '2026-03-01'],
  [{ from: '2026-05-08' }, TODAY, TODAY],
  [{ from: '2025-05-08' }, '2025-05-08', TODAY],
])('%j is %s to %s', (given, from, to) => {
  expect(usageRange(given, TODAY)).toEqual({ from, to });
});

it.each([[{ from: '2026-05-09' }], [{ from: '2025-05-07' }], [{ from: '2026-05' }], [{ to: '2026' }]])('%j is no range', (given) => {
  expect(() => usageRange(given, TODAY)).toThrow(expect.objectContaining({ code: 'BAD_REQUEST' }));
});
