import { expect, it } from 'vitest';
import type { RelatedRecord } from '../../catalog/index.js';
import { timeline } from './timeline.js';

const one = (identifier: string, date: string | null, incoming = false) => ({ identifier, date, incoming }) as RelatedRecord;

it.each<[string, RelatedRecord[], string | null, string[]]>([
  ['by date', [one('c', '2024-05-01', true), one('a', '2019')], '2020-01-01', ['a', 'self', 'c']],
  ['of one day, bases first', [one('b', '2020-01-01', true), one('a', '2020-01-01')], '2020-01-01', ['a', 'self', 'b']],
  ['undated last', [one('z', null), one('b', '2021', true)], '2020', ['self', 'b', 'z']],
  ['an undated record after the dated', [one('b', '2021', true), one('a', null)], null, ['b', 'a', 'self']],
])('%s', (_, related, date, expected) => {
  const shown = timeline(related, { kind: 'document', date }).map((moment) => ('self' in moment ? 'self' : moment.related.identifier));
  expect(shown).toEqual(expected);
});
