import { describe, expect, it } from 'vitest';
import { SearchInput } from '../../search/index.js';
import { remedyOf, shownOf } from './taken-for.js';

const input = Object.assign(new SearchInput(), { q: '人社局 公积今 2023年', kind: ['dataset'] });
const qOf = (href: string | undefined) => href && new URL(href, 'http://h').searchParams.get('q');

describe('remedyOf', () => {
  it.each([
    ['department', '人社局', 'remove', '公积今 2023年'],
    ['year', '2023年', 'remove', '人社局 公积今'],
    ['correction', '公积今', 'exactly', '人社局 "公积今" 2023年'],
    ['synonym', '公积今', 'exactly', '人社局 "公积今" 2023年'],
  ])('%s %s: %s', (type, text, kind, q) => {
    const remedy = remedyOf({ type, text, meaning: '' }, input);
    expect(remedy?.kind).toBe(kind);
    expect(qOf(remedy?.href)).toBe(q);
    expect(remedy?.href).toContain('kind=dataset');
  });

  it.each([
    ['traditional', '人社局 公积今 2023年'],
    ['pinyin', 'gjj'],
    ['year', ''],
  ])('%s %j has none', (type, text) => expect(remedyOf({ type, text, meaning: '' }, input)).toBeUndefined());
});

describe('shownOf', () => {
  it.each([
    ['department', '人社局', '人力资源和社会保障局', { text: '人社局', meaning: '人力资源和社会保障局' }],
    ['year', '2023年', '2023年', { text: '2023年' }],
    ['phrase', '“空气质量”', '必须含有“空气质量”', { text: '空气质量' }],
    ['excluded', '-监测', '不含“监测”', { text: '监测' }],
    ['field', '年份:2024', '只看年份为“2024”的', { text: '年份:2024' }],
  ])('%s %s', (type, text, meaning, shown) => expect(shownOf({ type, text, meaning })).toEqual(shown));
});
