import { describe, expect, it } from 'vitest';
import { coverFilter, strictFilter } from './cover-filter.js';
import { plannedGroup } from './planned-groups.fixture.js';

const groups = [plannedGroup('罕见', { idf: 6 }), plannedGroup('常见', { idf: 2 }), plannedGroup('助', { required: false })];

it('asks strictly for every required group and no other', () =>
  expect(strictFilter(groups)).toEqual([{ term: { vocabulary: '罕见' } }, { term: { vocabulary: '常见' } }]));

describe('coverFilter', () => {
  const weightOf = (text: string, level: number) =>
    (coverFilter(groups, level).bool!.should as { term: { vocabulary: string } }[]).filter(({ term }) => term.vocabulary === text).length;

  it('repeats a clause as often as its group is rare', () => expect([weightOf('罕见', 0.5), weightOf('常见', 0.5)]).toEqual([12, 4]));
  it.each([
    [0.85, 14],
    [0.7, 11],
    [0.35, 6],
  ])('wants %d of the rarity as %d of 16 steps', (level, steps) =>
    expect(coverFilter(groups, level).bool).toMatchObject({ minimum_should_match: steps }),
  );
  it('can be reached by the rare group alone where its share allows it', () => {
    expect(coverFilter(groups, 0.7).bool!.minimum_should_match).toBeLessThanOrEqual(weightOf('罕见', 0.7));
    expect(coverFilter(groups, 0.85).bool!.minimum_should_match).toBeGreaterThan(weightOf('罕见', 0.85));
  });
});
