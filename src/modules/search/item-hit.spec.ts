import { expect, it } from 'vitest';
import { TextAnalyzer } from './analysis/index.js';
import { itemHits } from './item-hit.js';

const analyzer = new TextAnalyzer();
const ITEMS = ['企业名称', '抽检日期', '食品类别', '<b>抽检</b>结果', '抽检机构'];

it.each<[string, string, string[], string[]]>([
  ['items with words that the title lacks', '食品安全', ['抽检'], ['<mark>抽检</mark>日期', '&lt;b&gt;<mark>抽检</mark>&lt;/b&gt;结果']],
  ['nothing for words that the title has', '食品抽检', ['食品', '抽检'], []],
  ['nothing for words that stand nowhere', '食品安全', ['灯塔'], []],
  ['nothing without words', '食品安全', [], []],
])('tells %s', (_, title, terms, expected) => {
  expect(itemHits(ITEMS, title, new Set(terms), analyzer, 2)).toEqual(expected);
});

it('reads items as queries are read', () => {
  expect(itemHits(['抽檢結果'], '', new Set(['抽检']), analyzer)).toEqual(['<mark>抽檢</mark>結果']);
});
