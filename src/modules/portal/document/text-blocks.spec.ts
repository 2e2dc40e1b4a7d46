import { expect, it } from 'vitest';
import { textBlocks } from './text-blocks.js';

it('tells apart what stands differently on paper', () => {
  const body = [
    '各县（市、区）教育局：',
    '现将有关事项通知如下。',
    '一、招生对象',
    '（一）随迁子女。监护人持证报名。',
    '（二）学位预警',
    '二、各校不得提前组织报名；对违规行为一经查实，追究责任。',
    '澜川市教育局',
    '2024年5月8日',
    '（此件公开发布）',
    '',
    '第一章 总则',
    '第一节 目的',
    '第一条 为了甲。',
  ].join('\n');
  expect(textBlocks(body).map(({ role, level, heading }) => `${role} ${level ?? '-'} ${heading?.id ?? '-'}`)).toEqual([
    'to - -',
    'plain - -',
    'plain 2 item-1',
    'plain - item-1-1',
    'plain 3 item-1-2',
    'plain - item-2',
    'signed - -',
    'signed - -',
    'plain - -',
    'plain 2 chap-1',
    'plain 3 sec-1-1',
    'plain - art-1',
  ]);
});

it.each([
  ['（一）目标\n（二）任务', [2, 3]],
  ['', []],
])('leaves out no level of headings: %j', (body, levels) => {
  expect(textBlocks(body).map(({ level }) => level)).toEqual(levels);
});
