import { expect, it } from 'vitest';
import type { Draft } from '../write/draft.js';
import { holdsWhatWasRemoved } from './since-removed.js';
import { wordRules } from './word/word-rules.js';
import { STANDING_RULES } from './scan-content.js';

const IDENTITY = '440524188001010014';
const draft = (input: object): Draft => ({ kind: 'document', input: { title: '通知', ...input } }) as unknown as Draft;

it.each<[string, object, object, boolean]>([
  ['nothing to hide', { body: '各单位：现通知如下。' }, { body: '各单位：通知如下。' }, false],
  ['an identity number that was taken out', { body: `联系人身份证号${IDENTITY}。` }, { body: '联系人见附件。' }, true],
  ['one that still stands there', { body: `身份证号${IDENTITY}，请核对。` }, { body: `身份证号${IDENTITY}。` }, false],
  ['one of two that still stands', { body: `${IDENTITY}、11010519491231002X` }, { body: IDENTITY }, true],
  ['one that moved to another field', { abstract: `身份证号${IDENTITY}` }, { body: `身份证号${IDENTITY}` }, false],
  ['a secrecy mark', { body: '机密★5年\n各单位：' }, { body: '各单位：' }, true],
  ['a note that it is not to be published', { body: '各单位：\n（此件不予公开）' }, { body: '各单位：\n（此件公开发布）' }, true],
  ['a name of a patient', { body: '患者王某某，已出院。' }, { body: '患者已出院。' }, true],
  ['an address', { body: '家庭住址：澜川市云汀区青禾街道青禾路12号。' }, { body: '家庭住址略。' }, true],
  [
    'a table of persons',
    { body: '<table><tr><th>姓名</th><th>身份证号</th></tr><tr><td>王小明</td><td>略</td></tr></table>' },
    { body: '<p>名单略。</p>' },
    true,
  ],
  ['a wrong expression', { body: '帐户' }, { body: '账户' }, false],
  ['a word that the site holds for sensitive', { body: '代号青鸟的项目' }, { body: '一个项目' }, true],
])('%s', (_, old, present, expected) => {
  const words = wordRules([
    { word: '青鸟', severity: 'block', suggestion: null, note: null, builtIn: false },
    { word: '帐户', severity: 'warn', suggestion: '账户', note: null, builtIn: true },
  ]);
  expect(holdsWhatWasRemoved(draft(old), draft(present), [...STANDING_RULES, ...words])).toBe(expected);
});
