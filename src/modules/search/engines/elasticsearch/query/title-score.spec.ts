import { expect, it } from 'vitest';
import { plannedGroup } from './planned-groups.fixture.js';
import { titleScore } from './title-score.js';

const weights = { said: 0.1, alike: 0.2, nearlyAll: 0.3, exact: 0.4, work: 1 };
const partsOf = (text: string) => JSON.stringify(titleScore(text, [plannedGroup('公厕')], 10, weights));

it('counts words said, likeness and the exact title', () => {
  expect(titleScore('公厕名录', [plannedGroup('公厕')], 10, weights).map((query) => Object.keys(query)[0])).toEqual([
    'constant_score',
    'match',
    'constant_score',
    'constant_score',
    'constant_score',
  ]);
  expect(partsOf('公厕名录')).toContain('{"term":{"titleKey":"公厕名录"}},"boost":4');
});
it('raises the work named in 《》 and not what comments on it', () =>
  expect(partsOf('《公厕管理办法》解读')).toContain('"must_not":[{"term":{"commentary":true}}]'));
it('asks a single character for no likeness', () => expect(titleScore('厕', [], 10, weights)).toEqual([]));
