import { describe, expect, it } from 'vitest';
import { TextAnalyzer } from './text-analyzer.js';

const analyzer = new TextAnalyzer();

describe('tokens', () => {
  it.each<[string, string, string[]]>([
    ['cuts words and the words within them', '食品安全抽检', ['食品', '安全', '食品安全', '抽检']],
    ['folds traditional characters', '圖書館', ['图书馆']],
    ['folds width and case', 'ＣＯＶＩＤ－１９', ['covid-19']],
    ['keeps codes whole', '执行GB/T33600标准', ['gb/t33600']],
    ['keeps document numbers whole', '根据国发〔2016〕51号文件', ['国发/2016/51']],
    ['keeps single digits of a grade', '3A级景区', ['3a']],
  ])('%s', (_, text, expected) => {
    expect(analyzer.tokens(text)).toEqual(expect.arrayContaining(expected));
  });

  it('leaves out what tells nothing apart', () => {
    expect(analyzer.tokens('的、了，。！？ — ')).toEqual([]);
  });

  it.each(["'", '\\', '%_', ':*', '\u0000\u0001', '\ud800', '𠮷野家', 'a'.repeat(5000)])('survives %j', (text) => {
    expect(Array.isArray(analyzer.tokens(text))).toBe(true);
  });
});

describe('tokensWithOffsets', () => {
  it.each(['食品安全抽检', '圖書館開放時間', 'ＣＯＶＩＤ－１９防控', '𠮷野家食品'])('points into the original of %s', (text) => {
    const placed = analyzer.tokensWithOffsets(text);
    expect(placed.length).toBeGreaterThan(0);
    for (const { token, start, end } of placed) expect(analyzer.tokens(text.slice(start, end))).toContain(token);
  });
});
