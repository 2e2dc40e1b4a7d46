import { describe, expect, it } from 'vitest';
import { placementOf, type PlacementSubject, yearOf } from './placement.js';

const ITEMS = new Map([
  ['A20_01', 'A20_01'],
  ['A20_15', 'A20_15'],
  ['A21_C4', 'A21_C4'],
  ['财政预算、决算信息', 'A20_07'],
]);
const nothing: PlacementSubject = {
  title: '关于做好防汛工作的通知',
  documentType: 'notice',
  legislationType: null,
  publicity: 'active',
  article20Code: null,
  assembly: null,
  validity: null,
};
const place = (given: Partial<PlacementSubject>) => placementOf({ ...nothing, ...given }, (text) => ITEMS.get(text));

describe('the block', () => {
  it.each<[string, string | null, string | null]>([
    // Reports.
    ['澜川市水务局2021年政府信息公开工作年度报告', 'report', 'annual-reports'],
    ['河北省教育厅2016年度政府信息公开工作报告', 'report', 'annual-reports'],
    ['河北省工业和信息化厅2017年政府信息公开报告', null, 'annual-reports'],
    ['青樟县人民政府二〇二三年政府信息公开工作年度报告', null, 'annual-reports'],
    ['政府信息公开2023年年度报告', null, 'annual-reports'],
    ['2019年政府信息公开年报', null, 'annual-reports'],
    ['澜川市教育局2024年度信息公开工作年度报告（修订）', null, 'annual-reports'],
    ['一份旧报告', 'disclosureAnnualReport', 'annual-reports'],
    ['关于2023年度政务公开工作情况的通报', 'circular', null],
    ['关于编制2023年政府信息公开工作年度报告的通知', 'notice', null],
    ['2023年政府工作报告', 'workReport', null],
    ['关于政府信息公开年度报告格式的说明', null, null],
    ['2022年政府信息公开工作年度报告解读', 'interpretation', null],
    // Guides.
    ['澜川市水务局政府信息公开指南', null, 'guide'],
    ['澜川市公安局信息公开指南（2024年版）', null, 'guide'],
    ['关于印发《澜川市政府信息公开指南》的通知', 'notice', 'guide'],
    ['工作指南', 'disclosureGuide', 'guide'],
    ['澜川市老年人办事指南', null, null],
    ['关于编制政府信息公开指南有关事项的说明', null, null],
    // Rules.
    ['中华人民共和国政府信息公开条例', 'administrativeRegulation', 'rules'],
    ['澜川市人民政府办公室关于印发《澜川市政府信息主动公开工作规范》的通知', 'notice', 'rules'],
    ['澜川市人民政府办公室关于印发澜川市政务公开工作制度的通知', 'notice', 'rules'],
    ['澜川市依申请公开政府信息工作规程（试行）', null, 'rules'],
    ['政府信息公开保密审查办法', null, 'rules'],
    ['河北省人民政府办公厅关于做好施行《中华人民共和国政府信息公开条例》准备工作的通知', 'notice', null],
    ['关于《澜川市政府信息主动公开工作规范》的解读', 'interpretation', null],
    ['国务院办公厅关于推进重大建设项目批准和实施领域政府信息公开的意见', 'opinions', null],
    ['国务院办公厅关于印发2015年政府信息公开工作要点的通知', 'notice', null],
    ['关于公开征求《澜川市公共停车管理办法》意见的公告', null, null],
    ['澜川市公开招聘工作人员办法', null, null],
    ['企业环境信息公开办法', null, null],
    ['澜川市教育局信息公开制度', null, 'rules'],
  ])('%s (%s): %s', (title, documentType, block) => {
    expect(place({ title, documentType }).block).toBe(block);
  });

  it('goes by 组配分类 before the title', () => {
    expect(place({ assembly: '政府信息公开制度' })).toMatchObject({ block: 'rules', basis: 'assembly' });
    expect(place({ assembly: '国家' })).toMatchObject({ block: null, item: null });
  });
});

describe('the item', () => {
  it.each<[string, Partial<PlacementSubject>, string | null, string | null]>([
    ['as declared', { article20Code: 'A20_01', documentType: 'budget' }, 'A20_01', 'declared'],
    ['of Art. 21', { article20Code: 'A21_C4' }, 'A21_C4', 'declared'],
    ['a code that is none', { article20Code: 'A20_99' }, null, null],
    ['by 组配分类', { assembly: '财政预算、决算信息' }, 'A20_07', 'assembly'],
    ['by its type', { documentType: 'normativeDocument' }, 'A20_01', 'type'],
    ['by its class of legislation', { legislationType: 'localRule' }, 'A20_01', 'type'],
    ['regional laws are no organ’s', { documentType: 'localRegulation', legislationType: 'localReg' }, null, null],
    ['budgets', { documentType: 'budget' }, 'A20_07', 'type'],
    ['plans that are called so', { documentType: 'plan', title: '关于印发澜川市“十四五”水利发展规划的通知' }, 'A20_03', 'title'],
    ['other plans', { documentType: 'plan', title: '2025年度立法工作计划' }, null, null],
    ['a type called like a property', { documentType: 'constructor', assembly: 'toString' }, null, null],
    ['nothing said', {}, null, null],
  ])('%s', (_, given, item, basis) => {
    expect(place(given)).toMatchObject({ item, basis });
  });

  it('stands beside a block', () => {
    const title = '澜川市水务局2021年政府信息公开工作年度报告';
    expect(place({ title, article20Code: 'A20_15' })).toEqual({
      listed: true,
      block: 'annual-reports',
      item: 'A20_15',
      year: 2021,
      basis: 'declared',
      current: true,
    });
  });
});

it.each([
  [null, true],
  ['active', true],
  ['onRequest', false],
  ['none', false],
  ['部分公开', false],
])('publicity %s is listed: %s', (publicity, listed) => {
  expect(place({ publicity }).listed).toBe(listed);
});

it.each([
  [null, true],
  ['valid', true],
  ['amended', true],
  ['unknown', true],
  ['repealed', false],
  ['expired', false],
])('validity %s is current: %s', (validity, current) => {
  expect(place({ validity }).current).toBe(current);
});

it.each([
  ['澜川市水务局2021年政府信息公开工作年度报告', 2021],
  ['二〇二三年度政府信息公开工作年度报告', 2023],
  ['政府信息公开工作年度报告', null],
  ['1998年政府信息公开年报', null],
  ['政府信息公开工作年度报告（3012）', null],
])('%s is of %s', (title, year) => {
  expect(yearOf(title)).toBe(year);
});
