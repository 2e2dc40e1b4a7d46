import { describe, expect, it } from 'vitest';
import { TextAnalyzer } from '../analysis/index.js';
import type { AnalysedQuery } from './analysed-query.js';
import { knowledgeOf } from './knowledge.js';
import { MemoryLexicon } from './memory-lexicon.js';
import { understandQuery } from './understand-query.js';

const knowledge = knowledgeOf({
  synonyms: ['住房公积金贷款 <= 买房贷款, 公积金买房', '低保 = 最低生活保障', '义务教育入学 <= 上学'],
  questionWords: ['[drop]', '如何, 怎么办, 有什么, 吗, 吧, 可以', '[weak]', '情况, 数据, 办理'],
  organs: ['发展和改革委员会 : 发改委 ; 计委'],
  listed: ['最低生活保障'],
  regions: [
    { code: '460000', label: '海南省' },
    { code: '320000', label: '江苏省' },
    { code: '320500', label: '苏州市', parent: '320000' },
  ],
});
const lexicon = new MemoryLexicon({ 营业执照: 30, 医保: 40, 医疗机构: 50, 停车场: 30, 低保: 20, 小微企业: 30, 税收: 60, 优惠: 50 });
const analyzer = new TextAnalyzer();
const understand = (text: string) => understandQuery(text, { analyzer, knowledge, lexicon, thisYear: 2026 });
const groupsOf = ({ groups }: AnalysedQuery) => groups.map(({ text, importance }) => `${text}:${importance}`).join(' ');
const notesOf = ({ interpretation }: AnalysedQuery) => interpretation.map(({ type, text, meaning }) => `${type} ${text}=${meaning}`);

describe('understandQuery', () => {
  it.each([
    ['words as typed', '停车场 许可证', '停车场:1 许可证:1'],
    ['a question by what it asks', '中小企业有什么税收优惠吗？', '中小企业:1 税收:1 优惠:1'],
    ['weak words as little', '停车场情况', '停车场:1 情况:0.3'],
    ['weak words in full when they are all', '数据情况', '数据:1 情况:1'],
    ['a question particle within a word as the word', '酒吧 许可', '酒吧:1 许可:1'],
    ['a region as context', '苏州 停车场', '苏州:0.6 停车场:1'],
    ['a number beside words apart', '国发〔2016〕51号 停车场', '停车场:1'],
    ['a year as context', '2022年 停车场', '2022年:0.5 停车场:1'],
    ['nothing in marks', '？！《》', ''],
    ['a region across two words as no region', '上海南站 停车场', '上海:1 南站:1 停车场:1'],
  ])('reads %s', async (_, text, expected) => expect(groupsOf(await understand(text))).toBe(expected));

  it.each([
    ['everyday words', '买房贷款', 'synonym 买房贷款=住房公积金贷款'],
    ['equal terms', '低保', 'synonym 低保=最低生活保障'],
    ['a short name', '发改委 停车场', 'department 发改委=发展和改革委员会'],
    ['a former name', '计委 停车场', 'department 计委=发展和改革委员会'],
    ['a region', '苏州 停车场', 'region 苏州=苏州市'],
    ['a slip', '营业执兆', 'correction 营业执兆=营业执照'],
    ['pinyin', 'yibao', 'pinyin yibao=医保'],
    ['traditional characters', '醫療機構', 'traditional 醫療機構=医疗机构'],
    ['a number', '国发2016 51', 'documentNumber 国发2016 51=文号 国发〔2016〕51号'],
    ['a phrase', '"停车场"', 'phrase "停车场"=必须含有“停车场”'],
  ])('says what it took for %s', async (_, text, expected) => expect(notesOf(await understand(text))).toContain(expected));

  it('offers official wordings beside what was typed, and all their words', async () => {
    const [group] = (await understand('公积金买房')).groups;
    expect(group!.alternatives[0]).toMatchObject({ weight: 1, source: 'typed' });
    expect(group!.alternatives.find(({ source }) => source === 'synonym')!.tokens.join('')).toBe('住房公积金贷款');
  });

  it('raises a region and never filters by it', async () => {
    const { boosts, filters } = await understand('苏州 停车场');
    expect(boosts).toContainEqual({ facet: 'region', value: '320500', weight: 1 });
    expect(filters).toEqual([]);
  });

  it('keeps a quoted phrase as the tokens of the index', async () => {
    expect((await understand('"医疗机构 停车场"')).phrases).toEqual([analyzer.tokens('医疗机构 停车场')]);
  });

  it.each(["'", '\\', '%_', ':*', '\u0000', '\ud800', '-', '""', '部门:', '𠮷', 'a'.repeat(5000), '啊'.repeat(5000), '"'.repeat(99)])(
    'survives %j',
    async (text) => expect((await understand(text)).filters).toEqual([]),
  );
});
