import { expect, it } from 'vitest';
import { guessDocumentType } from './document-type-guess.js';

it.each([
  ['国务院关于印发《政务信息资源共享管理暂行办法》的通知', { type: '通知', inner: '办法' }],
  ['关于印发科技计划项目管理办法（试行）的通知', { type: '通知', inner: '办法' }],
  ['国务院办公厅关于加强基层政务公开的意见', { type: '意见' }],
  ['中华人民共和国政府信息公开条例（2019年修订）', { type: '条例' }],
  ['国务院关于同意设立某新区的批复', { type: '批复' }],
  ['国务院办公厅关于筹备工作的复函', { type: '函' }],
  ['科学技术部令', { type: '命令' }],
  ['2023年政府工作报告', { type: '报告' }],
  ['《数据管理办法》解读', { type: '解读' }],
  ['国务院办公厅转发司法部关于审理案件若干问题指导意见的通知', { type: '通知', inner: '意见' }],
  ['公厕分布信息', undefined],
  ['', undefined],
])('%s', (title, expected) => {
  expect(guessDocumentType(title)).toEqual(expected);
});
