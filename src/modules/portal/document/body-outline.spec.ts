import { describe, expect, it } from 'vitest';
import { headingsOf } from './body-outline.js';
import { contentsList } from './contents-list.js';

const ids = (lines: string[], marked?: Map<number, number>) => [...headingsOf(lines, marked).values()].map(({ id }) => id);

describe('anchors', () => {
  it.each<[string, string[], string[]]>([
    ['chapters and articles', ['第一章 总则', '第一条 为了……', '第二条　本市……'], ['chap-1', 'art-1', 'art-2']],
    ['articles without a space', ['第十二条申请人应当', '第一百零三条本办法'], ['art-12', 'art-103']],
    ['figures', ['第5条 甲', '第１２条 乙'], ['art-5', 'art-12']],
    ['an article that was put in', ['第五条之一 甲'], ['art-5-1']],
    ['sections within chapters', ['第二章 监督', '第一节 检查', '第三章 责任', '第一节 处罚'], ['chap-2', 'sec-2-1', 'chap-3', 'sec-3-1']],
    [
      'headings of a notice',
      ['一、总体要求', '（一）原则。坚持……', '（二）目标', '二、任务', '（一）甲'],
      ['item-1', 'item-1-1', 'item-1-2', 'item-2', 'item-2-1'],
    ],
    ['items of an article are none', ['第一条 有下列情形之一的：', '（一）甲；', '一、乙'], ['art-1']],
    ['two texts in one', ['第一条 甲', '第一条 乙'], ['art-1', 'art-1--2']],
    ['annexes begin anew', ['第一条 甲', '附件1', '一、乙', '附件：', '附件2：'], ['art-1', 'annex-1', 'item-1', 'annex-1--2', 'annex-2']],
    ['a sentence that names a chapter', ['第一章 规定的事项，由市政府另行规定。', '第一章规定', '附件：名单.xls'], []],
    ['a list in figures', ['1、甲', '(1)乙', '2024年、2025年'], []],
    ['white space', ['　　第三条　甲', ' '], ['art-3']],
    ['no number', ['第某条', '第条 甲'], []],
    ['sentences about articles', ['第二十条第（一）项：本年制发', '第五条规定的情形', '第三条、第四条'], []],
    ['nothing', [], []],
  ])('%s', (_, lines, expected) => {
    expect(ids(lines)).toEqual(expected);
  });

  it('are given to marked headings by their order, or by their number', () => {
    expect(
      ids(
        ['说明', '第二章 监督', '正文。'],
        new Map([
          [0, 1],
          [1, 1],
        ]),
      ),
    ).toEqual(['h-1', 'chap-2']);
  });

  it('are never twice', () => {
    const many = ids([...Array(50).fill('第一条 甲'), ...Array(50).fill('一、甲')] as string[]);
    expect(new Set(many).size).toBe(many.length);
  });
});

describe('contents list', () => {
  const list = (lines: string[], length = 1000) => contentsList([...headingsOf(lines).values()], length);
  const articles = (count: number) => Array.from({ length: count }, (_, index) => `第${String(index + 1)}条 本办法。`);

  it('shows the number and the beginning', () => {
    expect(list(['一、总体要求', '（一）原则。坚持甲。', `二、${'很'.repeat(40)}`])).toEqual([
      { id: 'item-1', title: '一、总体要求', level: 1 },
      { id: 'item-1-1', title: '（一）原则', level: 2 },
      { id: 'item-2', title: `二、${'很'.repeat(22)}…`, level: 1 },
    ]);
  });

  it.each([
    ['a short text', articles(10), 500, 0],
    ['two headings', articles(2), 1000, 0],
    ['a long text', articles(10), 1000, 10],
    ['too many articles under chapters', ['第一章 甲', '第二章 乙', '第三章 丙', ...articles(80)], 9000, 3],
    ['too many articles alone', articles(80), 9000, 80],
  ])('of %s', (_, lines, length, expected) => {
    expect(list(lines, length)).toHaveLength(expected);
  });
});
