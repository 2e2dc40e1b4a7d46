import { describe, expect, it } from 'vitest';
import { MemoryLexicon } from '../memory-lexicon.js';
import { SoundingTerms } from '../sounding-terms.js';
import { readPinyin, syllablesOf } from './read-pinyin.js';

describe('syllablesOf', () => {
  it.each([
    ['jingqu', 'jing qu'],
    ['fangan', 'fang an'],
    ['zhuanli', 'zhuan li'],
    ['kejijiangli', 'ke ji jiang li'],
    ['nvxing', 'nv xing'],
  ])('cuts %s', (letters, expected) => expect(syllablesOf(letters)?.join(' ')).toBe(expected));

  it('gives a letter back when the rest could not be read', () => expect(syllablesOf('fangeng')).toEqual(['fang', 'eng']));

  it.each(['gjj', 'vpn', 'http'])('does not read %s', (letters) => expect(syllablesOf(letters)).toBeUndefined());
});

describe('readPinyin', () => {
  const sources = {
    lexicon: new MemoryLexicon({
      科技: 600,
      科级: 8,
      奖励: 350,
      景区: 40,
      国家级: 200,
      公积金: 80,
      医保: 30,
      易爆: 12,
      住房: 300,
      补贴: 90,
    }),
    sounding: new SoundingTerms(['公积金', '住房补贴']),
    tokensOf: (term: string) => (term === '住房补贴' ? ['住房', '补贴'] : [term]),
  };
  it.each([
    ['full pinyin', 'jingqu', 'jingqu=景区'],
    ['terms one after the other', 'kejijiangli', 'keji=科技 jiangli=奖励'],
    ['listed terms before other words of the same initials', 'gjj', 'gjj=公积金|国家级'],
    ['rivals', 'yibao', 'yibao=医保|易爆'],
    ['listed phrases whose words are indexed', 'zhufangbutie', 'zhufangbutie=住房补贴'],
  ])('reads %s', async (_, letters, expected) => {
    const readings = await readPinyin(letters, sources);
    expect(readings.map(({ typed, terms }) => `${typed}=${terms.join('|')}`).join(' ')).toBe(expected);
  });

  it.each(['x', 'jingquhahaha', 'wifi', 'zzz'])('does not read %s', async (letters) =>
    expect(await readPinyin(letters, sources)).toEqual([]),
  );
});
