import { describe, expect, it } from 'vitest';
import type { AnalysedQuery, TermGroup } from '../query/analysed-query.js';
import { anyExpression, inverseFrequency, planMatch, strictExpression, tokensOf } from './match-plan.js';

const group = (text: string, change: Partial<TermGroup> = {}): TermGroup => ({
  text,
  importance: 1,
  alternatives: [{ tokens: [text], weight: 1, source: 'typed' }],
  ...change,
});
const query = (change: Partial<AnalysedQuery>): AnalysedQuery => ({
  text: '问',
  identifiers: [],
  groups: [],
  phrases: [],
  excluded: [],
  boosts: [],
  filters: [],
  interpretation: [],
  ...change,
});
const frequencies = new Map([
  ['公厕', 10],
  ['公共厕所', 30],
  ['信息', 900],
  ['停车', 50],
  ['停车场', 40],
]);
const plan = (change: Partial<AnalysedQuery>) => planMatch(query(change), 1000, frequencies);

describe('strictExpression', () => {
  it.each([
    ['one word', [group('公厕')], "(('公厕'))"],
    ['every group', [group('公厕'), group('信息')], "(('公厕')) & (('信息'))"],
    ['what only helps is not asked for', [group('公厕'), group('信息', { importance: 0.3 })], "(('公厕'))"],
    ['weak words when there is nothing else', [group('信息', { importance: 0.3 })], "(('信息'))"],
    ['what helps, when the word that matters is in no record', [group('飞艇'), group('公厕', { importance: 0.6 })], ''],
    ['a group that no record has makes it impossible', [group('公厕'), group('飞艇')], ''],
  ])('%s', (_, groups, expression) => expect(strictExpression(plan({ groups }))).toBe(expression));

  it('takes any alternative that the index knows, and every token of it', () => {
    const alternatives: TermGroup['alternatives'] = [
      { tokens: ['公厕'], weight: 1, source: 'typed' },
      { tokens: ['茅房'], weight: 0.9, source: 'synonym' },
      { tokens: ['停车', '停车场', '停车'], weight: 0.7, source: 'synonym' },
    ];
    expect(strictExpression(plan({ groups: [group('公厕', { alternatives })] }))).toBe("(('公厕') | ('停车' & '停车场'))");
  });
});

describe('planMatch', () => {
  it('makes a group as common as its alternatives together', () => {
    const alternatives: TermGroup['alternatives'] = [
      { tokens: ['公厕'], weight: 1, source: 'typed' },
      { tokens: ['公共厕所'], weight: 0.5, source: 'synonym' },
    ];
    const [planned] = plan({ groups: [group('公厕', { alternatives })] }).groups;
    expect(planned!.idf).toBeCloseTo(inverseFrequency(1000, 25));
    expect(planned!.alternatives.map(({ idf }) => idf <= planned!.idf)).toEqual([true, true]);
  });

  it('takes the rarest groups of a very long query, in typed order', () => {
    const groups = [group('信息'), ...Array.from({ length: 40 }, (_, index) => group(`罕见${index}`)), group('公厕')];
    const texts = plan({ groups }).groups.map(({ text }) => text);
    expect(texts).toHaveLength(24);
    expect(texts).not.toContain('信息');
    expect(texts).toEqual(groups.map(({ text }) => text).filter((text) => texts.includes(text)));
  });

  it('drops tokens that would be taken for terms of the index itself', () => {
    expect(plan({ groups: [group('@kind=dataset'), group('#1'), group('\u0000')] }).groups).toEqual([]);
  });

  it('restricts by phrases and exclusions', () => {
    const { restriction, phrases } = plan({ phrases: [['停车', '信息'], ['公厕']], excluded: ["o'b"] });
    expect(restriction).toBe("'停车' & '信息' & '公厕' & !'o''b'");
    expect(phrases).toEqual([['停车', '信息']]);
  });

  it.each([
    ['nothing asked', { text: '' }, true],
    ['only a filter asked', { text: '地区:贵阳', filters: [{ facet: 'region' as const, values: ['520100'] }] }, true],
    ['punctuation asked', { text: '？！' }, false],
    ['words asked', { groups: [group('公厕')] }, false],
  ])('%s', (_, change, everything) => expect(plan(change).everything).toBe(everything));

  it.each([
    [{ value: '国发/2016/51', partial: false }, "'#国发/2016/51'"],
    [{ value: '/2016/51', partial: true }, "'~15/6102/':* | '~号15/6102/':*"],
    [{ value: '51号', partial: true }, "'~号15':*"],
  ])('%j', (identifier, expression) => {
    expect(plan({ identifiers: [{ type: 'documentNumber', ...identifier }] }).identifiers).toBe(expression);
  });
});

describe('the words of a plan', () => {
  const groups = [group('公厕'), group('信息', { importance: 0.2 }), group('飞艇')];

  it('ranks by every group that the index knows', () => expect(anyExpression(plan({ groups }))).toBe("(('公厕')) | (('信息'))"));
  it('asks for the frequency of each token once', () =>
    expect(tokensOf(query({ groups: [...groups, group('公厕')] }))).toEqual(['公厕', '信息', '飞艇']));
});
