import { expect, it } from 'vitest';
import { effectiveValidity, type IncomingRelation } from './effective-validity.js';

const whole = (type: IncomingRelation['type']): IncomingRelation => ({ type, partial: false });
const part = (type: IncomingRelation['type']): IncomingRelation => ({ type, partial: true });

it.each<[string, string | null, IncomingRelation[], string | null]>([
  ['nothing incoming keeps what is declared', 'valid', [], 'valid'],
  ['nothing declared stays unknown', null, [], null],
  ['a repeal ends it', 'valid', [whole('repeals')], 'repealed'],
  ['a replacement ends it', null, [whole('replaces')], 'repealed'],
  ['an amendment leaves it amended', 'valid', [whole('amends')], 'amended'],
  ['a partial repeal leaves it amended', 'valid', [part('repeals')], 'amended'],
  ['the repeal outweighs the amendment', 'valid', [whole('amends'), whole('repeals')], 'repealed'],
  ['what has expired stays expired', 'expired', [whole('amends')], 'expired'],
  ['an interpretation changes nothing', 'valid', [whole('interprets')], 'valid'],
])('%s', (_, declared, incoming, expected) => {
  expect(effectiveValidity(declared, incoming)).toBe(expected);
});
