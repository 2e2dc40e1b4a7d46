import { expect, it } from 'vitest';
import { recordsQuery } from './records-address.js';

const RANGE = { from: '2026-01', to: '2026-05' };

it.each([
  ['publishing.late', undefined, { month: '2026-05' }, 'figure=publishing.late&month=2026-05'],
  ['publishing.late', 'a&b', RANGE, 'figure=publishing.late&department=a%26b&from=2026-01&to=2026-05'],
  ['publishing.late', null, { ...RANGE, asOf: 'x' }, 'figure=publishing.late&department=-&from=2026-01&to=2026-05'],
  ['freshness.kept', 'a', RANGE, 'figure=freshness.kept&department=a'],
] as const)('%s of %s in %j', (figure, department, span, query) => {
  expect(recordsQuery(figure, department, span)).toBe(query);
});
