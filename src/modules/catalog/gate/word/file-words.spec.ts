import { expect, it } from 'vitest';
import type { Finding } from '../finding.js';
import { findingsNow, type ReadFile } from './file-words.js';
import type { GateWordRow } from './gate-word.entity.js';
import { gateWords } from './word-rules.js';

const row = (word: string, more: Partial<GateWordRow> = {}): GateWordRow => ({
  word,
  severity: 'block',
  suggestion: null,
  note: null,
  updatedBy: 'a',
  updatedAt: new Date('2026-02-01'),
  ...more,
});
const stored = (masked: string, more: Partial<Finding> = {}): Finding => ({
  rule: 'sensitiveWord',
  severity: 'warn',
  field: '第 2 行',
  start: 0,
  end: 2,
  masked,
  message: '旧',
  basis: '旧',
  ...more,
});
const file = (text: string, findings: Finding[] = [], more: Partial<ReadFile> = {}): ReadFile => ({
  text,
  textState: 'whole',
  findings,
  createdAt: new Date('2026-01-01'),
  ...more,
});
const now = (read: ReadFile, set: GateWordRow[]) =>
  findingsNow(read, gateWords(set)).map(({ rule, severity, field, masked }) => `${rule} ${severity} ${field} ${masked}`);

it('a word that was set after the file came is found in its text, at its place', () => {
  expect(now(file('甲\n关于青松项目\n'), [row('青松')])).toEqual(['sensitiveWord block 文字第 2 段 青松']);
  expect(findingsNow(file('甲\n关于青松项目\n'), gateWords([row('青松')]))).toMatchObject([{ start: 2, end: 4 }]);
});

it('a word that was taken back or switched off no longer counts', () => {
  expect(now(file('甲\n青松\n', [stored('青松')]), [])).toEqual([]);
  expect(now(file('甲\n截止目前\n', [stored('截止目前', { rule: 'wrongWord' })]), [row('截止目前', { severity: 'off' })])).toEqual([]);
});

it('a word keeps the place that the reader of the file gave it, under its weight of today', () => {
  expect(now(file('甲\n青松\n', [stored('青松')]), [row('青松')])).toEqual(['sensitiveWord block 第 2 行 青松']);
  expect(findingsNow(file('青松', [stored('青松')]), gateWords([row('青松', { note: '代号' })]))).toMatchObject([
    { message: '“青松”在敏感词表中：代号' },
  ]);
});

it('what is no word stays as it was found', () => {
  const other = stored('110105********002X', { rule: 'identityNumber', severity: 'block' });
  expect(findingsNow(file('', [other]), gateWords([]))).toEqual([other]);
});

it('a built-in word that was off when the file came counts again', () => {
  expect(now(file('截止目前'), [])).toEqual(['wrongWord warn 文字第 1 段 截止目前']);
});

it('what is written in traditional signs or full width is the same word', () => {
  expect(now(file('青松計劃Ａ'), [row('青松计划A')])).toEqual(['sensitiveWord block 文字第 1 段 青松計劃Ａ']);
});

it('says so where a word came later and not all of the text is kept', () => {
  const partial = { textState: 'partial' as const };
  expect(now(file('甲', [], partial), [row('青松')])).toEqual(['unreadText warn 附件内容 ']);
  expect(now(file('甲', [], { ...partial, createdAt: new Date('2026-03-01') }), [row('青松')])).toEqual([]);
  expect(now(file('甲', [], { ...partial, textState: 'none' }), [row('青松')])).toEqual([]);
});
