import { describe, expect, it } from 'vitest';
import { MemoryLexicon } from '../memory-lexicon.js';
import { piecesOf } from '../query-text.js';
import { SoundingTerms } from '../sounding-terms.js';
import { correctSlips } from './correct-slips.js';

const lexicon = new MemoryLexicon({
  营业执照: 30,
  驾驶证: 25,
  行驶证: 30,
  幼儿园: 90,
  保险: 300,
  养老保险: 120,
  公积金: 80,
  流动站: 4,
  义务教育: 60,
  应急: 200,
  预案: 150,
  户口簿: 12,
  科学技术: 300,
  科学技术部: 80,
  奖: 90,
  居民: 400,
  危房: 20,
  身份证: 50,
  生育: 40,
  津贴: 40,
});
const listed = new SoundingTerms(['烟花爆竹', '最低生活保障', '残疾人', '结婚登记', '公示栏']);
const correct = async (text: string) =>
  (await correctSlips(piecesOf(text), lexicon, listed)).map(({ typed, meant }) => `${typed}→${meant}`);

describe('correctSlips', () => {
  it.each([
    ['a wrong homophone at the end', '营业执兆', '营业执兆→营业执照'],
    ['a wrong homophone in the middle', '驾使证', '驾使证→驾驶证'],
    ['a sound that is easily mixed up', '身份怎', '身份怎→身份证'],
    ['the longest term first', '养老宝险', '养老宝险→养老保险'],
    ['the wrong part alone when the whole is no term', '博士后流动占', '流动占→流动站'],
    ['two neighbours, one of them a function word', '突发事件应及预案', '应及→应急'],
    ['a term that only the lists know', '烟花暴竹', '烟花暴竹→烟花爆竹'],
    ['words that sound like a listed term', '结婚登机', '结婚登机→结婚登记'],
    ['a word before a stray character', '村务公式栏', '公式栏→公示栏'],
    ['a term beside other words', '补办户口部', '户口部→户口簿'],
  ])('corrects %s', async (_, typed, expected) => {
    expect(await correct(typed)).toEqual([expected]);
  });

  it.each([
    ['words that the dictionary knows though no record has them', '宇航员训练'],
    ['a word followed by a single-character word', '科学技术奖'],
    ['two words that sound like a rare term', '居民委'],
    ['a word whose sound is only near', '公司栏'],
    ['a word that another of its length resembles', '行车证'],
    ['particles', '残疾人的证'],
    ['latin', 'covid-19'],
    ['an unknown name', '浒墅关镇'],
    ['a known pair', '生育津贴'],
  ])('leaves %s alone', async (_, typed) => {
    expect(await correct(typed)).toEqual([]);
  });

  it('is certain only when a piece is no word', async () => {
    const certain = async (text: string) => (await correctSlips(piecesOf(text), lexicon, listed)).map((one) => one.certain);
    expect(await certain('营业执兆')).toEqual([true]);
    expect(await certain('结婚登机')).toEqual([false]);
  });

  it('tries only listed terms in long questions', async () => {
    const question = '在城里打工多年以后回到老家想要重新盖房子需要补办户口部吗';
    expect(await correct(question)).toEqual([]);
  });
});
