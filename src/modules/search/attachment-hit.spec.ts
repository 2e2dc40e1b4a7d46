import { describe, expect, it } from 'vitest';
import { TextAnalyzer } from './analysis/index.js';
import { attachmentHit, lackingTerms } from './attachment-hit.js';
import type { TermGroup } from './query/analysed-query.js';

const group = (importance: number, ...alternatives: string[][]): TermGroup => ({
  text: '',
  importance,
  alternatives: alternatives.map((tokens) => ({ tokens, weight: 1, source: 'typed' })),
});

describe('lackingTerms', () => {
  it.each<[string, TermGroup[], string[]]>([
    ['nothing when all stands there', [group(1, ['公厕']), group(1, ['地址'])], []],
    ['the group of which nothing stands there', [group(1, ['公厕']), group(1, ['灯塔'], ['航标'])], ['灯塔', '航标']],
    ['nothing of a group that another word stands for', [group(1, ['茅房'], ['公厕'])], []],
    ['a group of which only a part stands there', [group(1, ['公厕', '灯塔'])], ['公厕', '灯塔']],
    ['no word that only helps', [group(0.4, ['灯塔'])], []],
    ['words in traditional characters and capitals are there', [group(1, ['信息']), group(1, ['pdf'])], []],
  ])('%s', (_, groups, terms) => {
    expect([...lackingTerms(groups, '公厕的地址，PDF 格式，資訊與信息')]).toEqual(terms);
  });
});

describe('attachmentHit', () => {
  const files = ['a', 'b'].map((sha256) => ({ sha256, title: `附件${sha256}`, url: `/${sha256}` }));
  const hit = (texts: Record<string, string>) =>
    attachmentHit(files, new Map(Object.entries(texts)), new Set(['灯塔']), new TextAnalyzer(), 40);

  it('is the first file with a word, however far in it stands', () => {
    const far = '普通的文字，没有什么。'.repeat(15_000);
    expect(hit({ a: '没有', b: `${far}岸边有灯塔一座。` })).toMatchObject({
      title: '附件b',
      url: '/b',
      snippet: expect.stringContaining('岸边有<mark>灯塔</mark>一座'),
    });
  });

  it('is none when no file has any, or none has text', () => {
    expect(hit({ a: '没有' })).toBeNull();
    expect(hit({})).toBeNull();
  });
});
