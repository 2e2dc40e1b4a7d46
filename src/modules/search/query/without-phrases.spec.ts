import { expect, it } from 'vitest';
import type { AnalysedQuery } from './analysed-query.js';
import { withoutPhrases } from './without-phrases.js';

it('asks for quoted words one by one and says what was quoted', () => {
  const query: AnalysedQuery = {
    text: '“字库” 保护',
    identifiers: [],
    groups: [{ text: '保护', importance: 1, alternatives: [{ tokens: ['保护'], weight: 1, source: 'typed' }] }],
    phrases: [['软件', '字库', '保护']],
    excluded: ['广告'],
    boosts: [],
    filters: [],
    interpretation: [
      { type: 'phrase', text: '“字库”', meaning: '必须含有“字库”' },
      { type: 'excluded', text: '-广告', meaning: '不含“广告”' },
    ],
  };
  const { query: loose, dropped } = withoutPhrases(query);
  expect(dropped).toEqual(['“字库”']);
  expect(loose.groups.map(({ text }) => text)).toEqual(['保护', '软件', '字库']);
  expect(loose).toMatchObject({ phrases: [], excluded: ['广告'], interpretation: [{ type: 'excluded' }] });
});
