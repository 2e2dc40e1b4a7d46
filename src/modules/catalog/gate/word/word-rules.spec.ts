import { expect, it } from 'vitest';
import { scanContent } from '../scan-content.js';
import type { GateWordRow } from './gate-word.entity.js';
import { gateWords, wordRules } from './word-rules.js';

const row = (word: string, more: Partial<GateWordRow> = {}): GateWordRow => ({
  word,
  severity: 'warn',
  suggestion: null,
  note: null,
  updatedBy: 'a',
  updatedAt: new Date(0),
  ...more,
});

const found = (text: string, set: GateWordRow[]) =>
  scanContent([{ field: 'title', text }], wordRules(gateWords(set))).map(({ rule, severity, message }) => [rule, severity, message]);

it('finds the built-in words', () => {
  expect(found('截止目前已完成', [])).toEqual([['wrongWord', 'warn', expect.stringContaining('截至目前')]]);
});

it('an administrator adds, sharpens and switches off', () => {
  expect(found('截止目前', [row('截止目前', { severity: 'off' })])).toEqual([]);
  expect(found('截止目前', [row('截止目前', { severity: 'block', suggestion: '截至目前' })])).toEqual([
    ['wrongWord', 'block', expect.stringContaining('截至目前')],
  ]);
  expect(found('代号青松，青松', [row('青松', { severity: 'block', note: '未公开的项目代号' })])).toEqual([
    ['sensitiveWord', 'block', '“青松”在敏感词表中：未公开的项目代号'],
    ['sensitiveWord', 'block', '“青松”在敏感词表中：未公开的项目代号'],
  ]);
});

it('reads words as people do, and knows the right way from the wrong one', () => {
  expect(found('截止　目前，截\u200b止目前', [])).toHaveLength(1);
  expect(found('ＡＢ計劃', [row('AB计划')])).toHaveLength(1);
  expect(found('电脑', [row('電腦', { suggestion: '电脑' })])).toEqual([]);
  expect(found('電腦', [row('電腦', { suggestion: '电脑' })])).toHaveLength(1);
});
