import { describe, expect, it } from 'vitest';
import { plannedGroup } from './planned-groups.fixture.js';
import { groupScore, hasGroup, hasWords } from './word-clause.js';

describe('hasWords', () => {
  it.each([
    [['公厕'], { term: { title: '公厕' } }],
    [['停车', '场', '停车'], { bool: { filter: [{ term: { title: '停车' } }, { term: { title: '场' } }] } }],
  ])('%j', (tokens, query) => expect(hasWords(tokens, 'title')).toEqual(query));
});

describe('hasGroup', () => {
  it('takes any alternative', () => {
    const alternatives = [
      { tokens: ['公厕'], weight: 1, idf: 4 },
      { tokens: ['公共厕所'], weight: 0.8, idf: 3 },
    ];
    expect(hasGroup(plannedGroup('公厕', { alternatives }))).toEqual({
      bool: { should: [{ term: { vocabulary: '公厕' } }, { term: { vocabulary: '公共厕所' } }], minimum_should_match: 1 },
    });
  });
});

describe('groupScore', () => {
  const score = (tokens: string[], idf: number) =>
    groupScore(plannedGroup('问', { importance: 0.5, alternatives: [{ tokens, weight: 0.8, idf }] }), {
      total: 1000,
      of: new Map([
        ['甲', 10],
        ['乙', 10],
      ]),
    }).dis_max!.queries[0]!.combined_fields!;

  it('lets an alternative count for no more than its group is rare, however many words it has', () => {
    expect(score(['甲', '乙'], 4).boost).toBeCloseTo(score(['甲'], 4).boost! / 2);
    expect(score(['甲'], 2).boost).toBeCloseTo(score(['甲'], 4).boost! / 2);
  });
  it('lets the same words in an attachment count for much less, and never beside those of the record', () => {
    const { queries, tie_breaker } = groupScore(plannedGroup('公厕'), { total: 1000, of: new Map([['公厕', 10]]) }).dis_max!;
    const [own, attached] = [queries[0]!.combined_fields!, queries[1]!.match!.attachments as { boost: number }];
    expect(attached.boost).toBeLessThan(own.boost! / 3);
    expect(tie_breaker).toBe(0);
  });
  it('wants all words of the alternative', () => expect(score(['甲', '乙'], 4)).toMatchObject({ query: '甲 乙', operator: 'and' }));
});
